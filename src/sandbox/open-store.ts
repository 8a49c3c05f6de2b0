import type { Effect, Store } from './kit/index.ts';
import type { Draft } from './state.ts';

/** Where effects are kept: one list over all platforms. */
export const effectsTable = 'effects';

type Kept = Effect & { readonly site: string };

/** What a part sees of a draft: its own collections for one site, and the list of effects. */
export function openStore(
  draft: Draft,
  scope: { platform: string; site: string; operation: string; now: Date },
): Store {
  const { platform, site, operation, now } = scope;
  const nameOf = (collection: string): string => `${platform} ${site} ${collection}`;
  return {
    now,
    collection: <T>(name: string) => ({
      get: (id: string) => draft.get(nameOf(name), id) as T | undefined,
      list: () => draft.entries(nameOf(name)).map(([, value]) => value as T),
      put: (id: string, value: T) => draft.set(nameOf(name), id, value),
      remove: (id: string) => draft.set(nameOf(name), id, null),
    }),
    next: (counter) => draft.count(nameOf(counter)),
    effect: (seen) => {
      const kept: Kept = { at: now.toISOString(), platform, operation, ...seen, undone: false, site };
      const entry = String(draft.count(effectsTable));
      draft.set(effectsTable, entry, kept);
      return entry;
    },
    takeBack: (entry) => draft.set(effectsTable, entry, { ...(draft.get(effectsTable, entry) as Kept), undone: true }),
    undo: (id, operations) => {
      for (const [entry, value] of draft.entries(effectsTable)) {
        const effect = value as Kept;
        const isOurs = effect.platform === platform && effect.site === site && effect.id === id && !effect.undone;
        if (isOurs && (operations?.includes(effect.operation) ?? true))
          draft.set(effectsTable, entry, { ...effect, undone: true });
      }
    },
  };
}
