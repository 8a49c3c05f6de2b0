import type { OperationBehaviour } from '../../../core/contract.ts';
import type { Operation, Template } from '../../../generated/types/plan.ts';
import { readJson, textAt } from '../../answer.ts';
import { readFailure } from '../read-failure.ts';

/** Categories have a tree and tags have none; they are made in the same way. */
export type Taxonomy = 'category' | 'tag';

/**
 * A category or tag by its name, made where the site has none. Its own name is the key: the same request again is
 * answered with `term_exists` and the id. It has no undo: others may use it from the moment it exists.
 */
export function planTerm(taxonomy: Taxonomy, number: number, name: Template): Operation {
  return {
    id: `ensure-${taxonomy}-${number}`,
    kind: 'ensure-term',
    phase: 'prepare',
    effect: 'inert',
    needs: [],
    provider: { class: 'K', window: 'P3650D' },
    'key-at': '/name',
    request: {
      method: 'POST',
      path: `/wp-json/wp/v2/${taxonomy === 'category' ? 'categories' : 'tags'}`,
      query: { _fields: 'id,name,slug' },
      json: { name },
    },
    undo: [],
  };
}

export const ensureTerm: OperationBehaviour = {
  interpret: (answer, context) => {
    const json = readJson(answer);
    const id = textAt(json, 'id');
    if (answer.status === 201 && isId(id)) return { is: 'done', receipt: { id, values: { made: true } } };
    const known = textAt(json, 'data', 'term_id');
    if (textAt(json, 'code') === 'term_exists' && isId(known))
      return { is: 'adopt', receipt: { id: known, values: { made: false } } };
    const what = `make the category or tag "${textAt(context.request.json, 'name')}"`;
    return readFailure(answer, context, what);
  },
};

function isId(text: string): boolean {
  return /^[1-9]\d{0,15}$/.test(text);
}
