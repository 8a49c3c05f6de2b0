import type { AssembleContext } from '../../core/contract.ts';

/**
 * The id behind the name of a list: SendGrid knows ids only, people and consent records know names. The connection's
 * setting `list-<name>` tells. Without it the name is sent as it stands; the count before the claim then finds no list.
 */
export function listId(list: string, context: Pick<AssembleContext, 'setting'>): string {
  return context.setting(`list-${list}`) ?? list;
}
