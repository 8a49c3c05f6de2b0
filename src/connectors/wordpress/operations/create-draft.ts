import type { OperationBehaviour, Probe, ProbeContext, ReadClient, Receipt } from '../../../core/contract.ts';
import { join, marker, ofReceipt } from '../../../core/template.ts';
import type { Operation, Template } from '../../../generated/types/plan.ts';
import { textAt, whyNot } from '../../answer.ts';
import { compareEntry, listWords } from '../compare-entry.ts';
import { asWritten, entryFields, readEntries, readEntry, textState, type Entry } from '../read-entry.ts';
import { platform, readFailure } from '../read-failure.ts';

const path = '/wp-json/wp/v2/posts';

/** Texts of a post; the marker is not yet among them. */
export interface Texts {
  readonly title: Template;
  readonly slug: string;
  readonly content: Template;
  readonly excerpt?: Template;
}

/** The comment by which a post can be found whatever became of its address: the last line of the content. */
export function withMarker(content: Template): Template {
  return join(content, '\n<!-- mergecast:', marker, ' -->');
}

/** A draft with all its texts: nobody but the site's editors can see it. */
export function planDraft({ title, slug, content, excerpt }: Texts): Operation {
  return {
    id: 'create-draft',
    kind: 'create-draft',
    phase: 'prepare',
    effect: 'inert',
    needs: [],
    provider: { class: 'P', lag: 'PT1S' },
    'key-at': '/content',
    request: {
      method: 'POST',
      path,
      query: { _fields: entryFields },
      json: {
        status: 'draft',
        title,
        slug,
        content: withMarker(content),
        ...(excerpt !== undefined && { excerpt }),
      },
    },
    undo: [
      {
        kind: 'delete-draft',
        words: 'The draft is deleted.',
        request: { method: 'DELETE', path: join(`${path}/`, ofReceipt('id', 'id')), query: { force: 'true' } },
      },
    ],
  };
}

export const createDraft: OperationBehaviour = {
  interpret: (answer, context) => {
    const entry = answer.status === 201 ? readEntry(answer) : null;
    if (entry === null) return readFailure(answer, context, 'create the draft');
    return { is: 'done', receipt: receiptOf(entry, context.request.json) };
  },
  probe: findDraft,
  isUnchanged: async ({ receipt, receipts }, read) => {
    const seen = readEntry(await read.get(`${path}/${receipt.id}`, asWritten));
    // What is gone cannot have been edited; the deletion finds nothing to undo.
    if (seen === null) return true;
    const { values } = receipts['publish'] ?? receipt;
    return textState(seen) === values?.['text'];
  },
};

/** Looked up by its address, the trash included, then by the marker: a clash can have given it another address. */
async function findDraft({ request, marker: ours }: ProbeContext, read: ReadClient): Promise<Probe> {
  const slug = textAt(request.json, 'slug');
  const queries = [{ slug: `${slug},${slug}-2,${slug}__trashed` }, { search: ours }];
  for (const query of queries) {
    const order = { status: 'any,trash', orderby: 'id', order: 'asc', per_page: '100' };
    const answer = await read.get(path, { ...query, ...order, ...asWritten });
    const entries = readEntries(answer);
    if (entries === null) return { is: 'cannot-tell', why: whyNot(answer, platform) };
    const found = entries.find(({ content }) => content.includes(`<!-- mergecast:${ours} -->`));
    if (found !== undefined) return { is: 'found', receipt: receiptOf(found, request.json) };
  }
  return { is: 'absent' };
}

/** `altered` names what the site did not take as it was sent; the next operation refuses it. */
function receiptOf(entry: Entry, sent: unknown): Receipt {
  const { slug: _slug, ...texts } = Object(sent) as Record<string, unknown>;
  const altered = listWords(compareEntry(texts, entry));
  return {
    id: entry.id,
    values: { slug: entry.slug, text: textState(entry), ...(altered !== '' && { altered }) },
  };
}
