import type { InterpretContext, OperationBehaviour } from '../../../core/contract.ts';
import { finding, type Finding } from '../../../core/finding.ts';
import { join, leaf, ofOperation } from '../../../core/template.ts';
import type { Operation } from '../../../generated/types/plan.ts';
import { textAt } from '../../answer.ts';
import { compareEntry, listWords } from '../compare-entry.ts';
import { entryFields, isGone, readEntry, textState, wholeState, type Entry } from '../read-entry.ts';
import { readFailure } from '../read-failure.ts';

/** What the draft is completed with. */
export interface Parts {
  readonly draft: Operation;
  readonly slug: string;
  readonly categories: readonly Operation[];
  readonly tags: readonly Operation[];
  readonly image?: Operation;
}

/**
 * Gives the draft its terms and image, and compares all of it with what was sent while nobody can see it yet. A crash
 * inside a create leaves a post without them; this repairs it, as the same fields may be set again and again.
 */
export function planCompletion({ draft, slug, categories, tags, image }: Parts): Operation {
  const ids = (operations: readonly Operation[]): unknown[] =>
    operations.map((operation) => leaf(ofOperation(operation, 'id', 'integer')));
  const needed = [draft, ...categories, ...tags, ...(image === undefined ? [] : [image])];
  return {
    id: 'complete-draft',
    kind: 'complete-draft',
    phase: 'prepare',
    effect: 'inert',
    needs: needed.map(({ id }) => id),
    provider: { class: 'K', window: 'P1D' },
    request: {
      method: 'POST',
      path: join('/wp-json/wp/v2/posts/', ofOperation(draft, 'id', 'id')),
      query: { _fields: entryFields },
      json: {
        status: 'draft',
        slug,
        ...(categories.length > 0 && { categories: ids(categories) }),
        ...(tags.length > 0 && { tags: ids(tags) }),
        ...(image !== undefined && { featured_media: leaf(ofOperation(image, 'id', 'integer')) }),
      },
    },
    undo: [],
  };
}

export const completeDraft: OperationBehaviour = {
  interpret: (answer, context) => {
    if (isGone(answer)) return { is: 'refused', finding: changed('somebody deleted it') };
    const entry = answer.status === 200 ? readEntry(answer) : null;
    if (entry === null) return readFailure(answer, context, 'complete the draft');
    const problem = findProblem(entry, context);
    if (problem !== null) return { is: 'refused', finding: problem };
    const values = { slug: entry.slug, text: textState(entry), state: wholeState(entry) };
    return { is: 'done', receipt: { id: entry.id, values } };
  },
};

/** Whatever is wrong with the draft must be known before anybody sees it. */
function findProblem(entry: Entry, { request, receipts = {} }: InterpretContext): Finding | null {
  const slug = textAt(request.json, 'slug');
  if (entry.status !== 'draft') return changed(`its state is "${entry.status}"`);
  if (entry.slug !== slug)
    return finding('platform/slug-taken', { slug, by: `another post: the draft became "${entry.slug}"` });
  if (receipts['upload-image']?.values?.['damaged'] === true) return finding('platform/damaged-image', {});
  const altered = [
    textAt(receipts, 'create-draft', 'values', 'altered'),
    ...compareEntry(Object(request.json) as Record<string, unknown>, entry),
  ].filter((name) => name !== '');
  return altered.length === 0 ? null : finding('platform/altered', { what: listWords(altered) });
}

function changed(how: string): Finding {
  return finding('platform/changed-meanwhile', { what: 'The draft', how });
}
