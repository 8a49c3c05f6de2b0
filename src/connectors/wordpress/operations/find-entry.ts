import type { InterpretContext, OperationBehaviour, Outcome } from '../../../core/contract.ts';
import { finding } from '../../../core/finding.ts';
import type { Operation } from '../../../generated/types/plan.ts';
import { readEntries } from '../read-entry.ts';
import { platform, readFailure } from '../read-failure.ts';

export type EntryType = 'post' | 'page';

/** Which entry is meant: its slug, or its number. */
export type Wanted = { readonly slug: string } | { readonly include: string };

/**
 * Looks up which entry is meant. Posts and pages have lists of their own; the last look-up decides, with what those
 * before it found. It changes nothing, so it may be asked again at any time.
 */
export function planLookUps(wanted: Wanted, types: readonly EntryType[]): readonly Operation[] {
  return types.map((type, index) => ({
    id: `find-${type}`,
    kind: index === types.length - 1 ? 'choose-entry' : 'look-up',
    phase: 'prepare',
    effect: 'inert',
    needs: types.slice(0, index).map((other) => `find-${other}`),
    provider: { class: 'K', window: 'P3650D' },
    request: {
      method: 'GET',
      path: `/wp-json/wp/v2/${type}s`,
      query: { ...wanted, status: 'any', context: 'edit', _fields: 'id,status,slug' },
    },
    undo: [],
  }));
}

/** Notes what there is; nothing is an answer too. */
export const lookUp: OperationBehaviour = {
  interpret: (answer, context) => {
    const found = findIn(answer, context);
    if ('is' in found) return found;
    const [id = 'none'] = found.ids;
    return { is: 'done', receipt: { id, values: { base: found.base, found: found.ids.length } } };
  },
};

/** Exactly one must be meant. */
export const chooseEntry: OperationBehaviour = {
  interpret: (answer, context) => {
    const found = findIn(answer, context);
    if ('is' in found) return found;
    const earlier = context.operation.needs.flatMap((id) => {
      const receipt = context.receipts?.[id];
      return receipt === undefined ? [] : [receipt];
    });
    const here = { id: found.ids[0] ?? 'none', values: { base: found.base, found: found.ids.length } };
    const all = [...earlier, here].filter(({ id }) => id !== 'none');
    const count = all.reduce((sum, { values }) => sum + Number(values?.['found'] ?? 0), 0);
    const what = describe(context);
    const [only] = all;
    if (only === undefined) return { is: 'refused', finding: finding('platform/not-found', { platform, what }) };
    if (count > 1) return { is: 'refused', finding: finding('platform/ambiguous-post', { what, count }) };
    return { is: 'done', receipt: only };
  },
};

function findIn(
  answer: Parameters<OperationBehaviour['interpret']>[0],
  context: InterpretContext,
): { readonly ids: readonly string[]; readonly base: string } | Outcome {
  const entries = readEntries(answer);
  if (entries === null) return readFailure(answer, context, 'look up the post');
  const base = /\/(posts|pages)\b/.exec(context.request.path)?.[1] ?? 'posts';
  return { ids: entries.map(({ id }) => id), base };
}

function describe({ request, operation }: InterpretContext): string {
  const query = new URL(request.path, 'https://site.example').searchParams;
  const type = operation.needs.length > 0 ? 'post or page' : operation.id.replace('find-', '');
  const slug = query.get('slug');
  return slug === null ? `${type} with the number ${query.get('include') ?? ''}` : `${type} with the address "${slug}"`;
}
