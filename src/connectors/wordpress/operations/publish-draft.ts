import type { OperationBehaviour, ProbeContext, ReadClient, Receipt } from '../../../core/contract.ts';
import { finding, type Finding } from '../../../core/finding.ts';
import { failure, success } from '../../../core/result.ts';
import { join, ofOperation } from '../../../core/template.ts';
import type { Operation } from '../../../generated/types/plan.ts';
import { textAt, unread, whyNot } from '../../answer.ts';
import { findOthers } from '../find-others.ts';
import { asWritten, entryFields, isGone, readEntry, textState, wholeState, type Entry } from '../read-entry.ts';
import { platform, readFailure } from '../read-failure.ts';

/** Makes the complete draft public: the one call that an audience notices. */
export function planPublication(draft: Operation, completion: Operation): Operation {
  const path = join('/wp-json/wp/v2/posts/', ofOperation(draft, 'id', 'id'));
  const query = { _fields: entryFields };
  return {
    id: 'publish',
    kind: 'publish',
    phase: 'activate',
    effect: 'live',
    needs: [draft.id, completion.id],
    provider: { class: 'P', lag: 'PT1S' },
    request: { method: 'POST', path, query, json: { status: 'publish' } },
    undo: [
      {
        kind: 'unpublish',
        words: 'The post is a draft again; its address answers "not found".',
        request: { method: 'POST', path, query, json: { status: 'draft' } },
      },
    ],
  };
}

export const publishDraft: OperationBehaviour = {
  capture: async (_operation, request, read, context) => {
    const answer = await read.get(pathOf(request.path), asWritten);
    const entry = readEntry(answer);
    if (isGone(answer)) return failure([changed('somebody deleted it')]);
    if (entry === null) return failure([unread(answer, platform, 'show the draft')]);
    const problem = findChange(entry, context);
    if (problem !== null) return failure([problem]);
    const others = await findOthers(read, entry);
    if (!others.ok) return others;
    const [by] = others.value;
    if (by !== undefined) return failure([finding('platform/slug-taken', { slug: entry.slug, by })]);
    return success({ status: entry.status });
  },
  interpret: (answer, context) => {
    if (isGone(answer)) return { is: 'refused', finding: changed('somebody deleted it') };
    const entry = answer.status === 200 ? readEntry(answer) : null;
    if (entry === null) return readFailure(answer, context, 'publish the post');
    if (entry.status === 'publish') return { is: 'done', receipt: receiptOf(entry) };
    return { is: 'refused', finding: finding('platform/not-public', { what: 'The post', status: entry.status }) };
  },
  probe: probePublication,
  isUnchanged: async ({ receipt, request }, read) => {
    const answer = await read.get(pathOf(request.path), asWritten);
    const entry = readEntry(answer);
    return entry === null ? isGone(answer) : wholeState(entry) === receipt.values?.['state'];
  },
};

async function probePublication(
  { request }: ProbeContext,
  read: ReadClient,
): ReturnType<NonNullable<OperationBehaviour['probe']>> {
  const answer = await read.get(pathOf(request.path), asWritten);
  const entry = readEntry(answer);
  if (entry?.status === 'publish') return { is: 'found', receipt: receiptOf(entry) };
  // Gone, in the trash or put aside by a person: it is not public, and why is told when it is to be published (again).
  return entry !== null || isGone(answer) ? { is: 'absent' } : { is: 'cannot-tell', why: whyNot(answer, platform) };
}

/** Nothing goes out that is not exactly what was completed and compared. */
function findChange(entry: Entry, { receipts }: ProbeContext): Finding | null {
  if (entry.status !== 'draft') return changed(`its state is "${entry.status}"`);
  const state = textAt(receipts, 'complete-draft', 'values', 'state');
  return wholeState(entry) === state ? null : changed('somebody edited it');
}

function changed(how: string): Finding {
  return finding('platform/changed-meanwhile', { what: 'The draft', how });
}

function receiptOf(entry: Entry): Receipt {
  const values = { slug: entry.slug, text: textState(entry), state: wholeState(entry) };
  return { id: entry.id, url: entry.link, values };
}

function pathOf(pathAndQuery: string): string {
  return pathAndQuery.replace(/\?.*$/, '');
}
