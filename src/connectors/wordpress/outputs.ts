import type { Action } from '../../core/contract.ts';
import type { Output } from '../../generated/types/plan.ts';

const longest = { url: 500, id: 20 };

/** What other steps can use of a post. */
export const outputTypes: Action['outputs'] = {
  url: { type: 'url', maxLength: longest.url },
  id: { type: 'id', maxLength: longest.id },
};

/**
 * The same for one step: the path of the address depends on the permalinks of the site, so only the origin is
 * predicted.
 */
export function outputsOf(operation: string, origin: string): Readonly<Record<string, Output>> {
  return {
    url: { operation, field: 'url', type: 'url', origin, 'max-length': longest.url },
    id: { operation, field: 'id', type: 'id', 'max-length': longest.id },
  };
}
