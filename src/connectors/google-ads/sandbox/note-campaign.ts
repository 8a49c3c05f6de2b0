import type { Store } from '../../../sandbox/kit/index.ts';
import { idOf, type Resource } from './resources.ts';

/** Notes what a change of a campaign costs: one that runs spends money, all else does not. */
export function noteCampaign(store: Store, before: Resource | undefined, after: Resource): void {
  const id = idOf(after.resourceName);
  const [was, is] = [before?.['status'] === 'ENABLED', after['status'] === 'ENABLED'];
  if (after['status'] === 'REMOVED') {
    store.undo(id);
    return;
  }
  if (was && !is) {
    store.undo(id, ['enable', ...(store.collection('started').get(id) === undefined ? [] : ['create-campaign'])]);
    return;
  }
  const isChange = JSON.stringify(before) !== JSON.stringify(after);
  if (!isChange) return;
  if (before === undefined && is) store.collection('started').put(id, true);
  store.effect({ effect: is ? 'spend' : 'inert', key: keyOf(after), id });
}

/** Our key is in the name: it is unique within the account and can be searched. */
function keyOf(campaign: Resource): string | null {
  return /\b[0-9a-f]{16,64}\b/.exec(String(campaign['name']))?.[0] ?? null;
}
