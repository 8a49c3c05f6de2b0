import type { OperationBehaviour, Receipt } from '../../../core/contract.ts';
import { hashOf } from '../../../core/canonical.ts';
import { finding } from '../../../core/finding.ts';
import { failure, success } from '../../../core/result.ts';
import { join, leaf, ofBefore, ofOperation } from '../../../core/template.ts';
import type { Operation, Template } from '../../../generated/types/plan.ts';
import { at, textAt, unread, whyNot } from '../../answer.ts';
import { compareEntry, listWords } from '../compare-entry.ts';
import { largestBefore } from '../limits.ts';
import { asWritten, entryFields, isGone, readEntry, type Entry } from '../read-entry.ts';
import { platform, readFailure } from '../read-failure.ts';

/** The texts that are changed; the others stay. */
export type Changes = Readonly<Partial<Record<'title' | 'content' | 'excerpt', Template>>>;

/** Writes the new texts over the old ones, of which the journal keeps a copy: WordPress keeps no first version. */
export function planUpdate(found: Operation, changes: Changes): Operation {
  const base = ofOperation(found, 'base', 'text');
  const path = join('/wp-json/wp/v2/', base, '/', ofOperation(found, 'id', 'id'));
  const query = { _fields: entryFields };
  const before = Object.keys(changes).map((field): [string, unknown] => [field, leaf(ofBefore(field))]);
  return {
    id: 'update',
    kind: 'update',
    phase: 'activate',
    effect: 'live',
    needs: [found.id],
    provider: { class: 'P', lag: 'PT1S' },
    ...(changes.content !== undefined && { 'key-at': '/content' }),
    request: { method: 'POST', path, query, json: { ...changes } },
    undo: [
      {
        kind: 'restore',
        words: 'The former text is written back.',
        request: { method: 'POST', path, query, json: Object.fromEntries(before) },
      },
    ],
  };
}

export const updateEntry: OperationBehaviour = {
  capture: async (_operation, request, read) => {
    const answer = await read.get(pathOf(request.path), asWritten);
    const entry = readEntry(answer);
    if (entry === null) return failure([unread(answer, platform, 'show the post')]);
    const { title, content, excerpt, status, slug } = entry;
    const before = { title, content, excerpt, status, slug };
    const bytes = new TextEncoder().encode(JSON.stringify(before)).byteLength;
    if (bytes <= largestBefore) return success(before);
    const parameters = { what: `"${title}"`, bytes, maximum: largestBefore };
    return failure([finding('platform/too-large-to-keep', parameters)]);
  },
  interpret: (answer, context) => {
    const entry = answer.status === 200 ? readEntry(answer) : null;
    if (entry === null) return readFailure(answer, context, 'change the post');
    return { is: 'done', receipt: receiptOf(entry, context.request.json) };
  },
  probe: async ({ request, before }, read) => {
    const answer = await read.get(pathOf(request.path), asWritten);
    const entry = readEntry(answer);
    if (entry === null) return { is: 'cannot-tell', why: whyNot(answer, platform) };
    // Before the first attempt only our marker proves that the texts are ours: others may have written the same title.
    const isProof = before !== undefined || at(request.json, 'content') !== undefined;
    if (isProof && compareEntry(fieldsOf(request.json), entry).length === 0)
      return { is: 'found', receipt: receiptOf(entry, request.json) };
    const isAsBefore = before === undefined || isLike(before, entry, request.json);
    return isAsBefore ? { is: 'absent' } : { is: 'cannot-tell', why: 'somebody has edited the post since' };
  },
  isUnchanged: async ({ request, receipt }, read) => {
    const answer = await read.get(pathOf(request.path), asWritten);
    const entry = readEntry(answer);
    return entry === null ? isGone(answer) : changedState(entry, request.json) === receipt.values?.['state'];
  },
};

export const restoreEntry: OperationBehaviour = {
  interpret: (answer, context) => {
    if (isGone(answer)) return { is: 'nothing-to-undo', why: 'the post was deleted before' };
    const entry = answer.status === 200 ? readEntry(answer) : null;
    if (entry === null) return readFailure(answer, context, 'write the former text back');
    return { is: 'done', receipt: receiptOf(entry, context.request.json) };
  },
  probe: async ({ request }, read) => {
    const answer = await read.get(pathOf(request.path), asWritten);
    const entry = readEntry(answer);
    if (entry === null) return { is: 'cannot-tell', why: whyNot(answer, platform) };
    if (compareEntry(fieldsOf(request.json), entry).length > 0) return { is: 'absent' };
    return { is: 'found', receipt: receiptOf(entry, request.json) };
  },
};

function isLike(before: Readonly<Record<string, unknown>>, entry: Entry, sent: unknown): boolean {
  const kept = Object.keys(fieldsOf(sent)).map((field): [string, unknown] => [field, before[field]]);
  return compareEntry(Object.fromEntries(kept), entry).length === 0;
}

/** A hash of the fields that we wrote: an edit of another field is no reason not to undo ours. */
function changedState(entry: Entry, sent: unknown): string {
  return hashOf(Object.keys(fieldsOf(sent)).map((field) => entry[field as keyof Changes]));
}

function receiptOf(entry: Entry, sent: unknown): Receipt {
  const altered = listWords(compareEntry(fieldsOf(sent), entry));
  const values = { status: entry.status, state: changedState(entry, sent), ...(altered !== '' && { altered }) };
  return { id: entry.id, url: entry.link, values };
}

function fieldsOf(json: unknown): Record<string, unknown> {
  const fields = ['title', 'content', 'excerpt'].filter((field) => at(json, field) !== undefined);
  return Object.fromEntries(fields.map((field) => [field, textAt(json, field)]));
}

function pathOf(pathAndQuery: string): string {
  return pathAndQuery.replace(/\?.*$/, '');
}
