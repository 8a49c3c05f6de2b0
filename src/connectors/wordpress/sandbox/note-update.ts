import type { Store } from '../../../sandbox/kit/index.ts';
import { keyOf, type Post } from './post.ts';

/** An update that somebody may take back by writing the former state again. */
interface Noted {
  readonly before: string;
  readonly entry: string;
}

/** Notes what readers saw of a change. A change back to what was there before takes the change back instead of being one more. */
export function noteUpdate(store: Store, before: Post, after: Post): void {
  const id = String(after.id);
  const [was, is] = [before.status === 'publish', after.status === 'publish'];
  if (was && !is) store.undo(id, ['publish', 'create-published']);
  if (before.status === 'future' && after.status === 'draft') store.undo(id, ['schedule', 'create-scheduled']);
  if (!was && is) {
    store.effect({ effect: 'live', key: keyOf(after), id });
    return;
  }
  if (contentOf(before) !== contentOf(after)) noteContent(store, before, after);
  else if (before.status !== after.status && after.status === 'future')
    store.effect({ effect: 'inert', key: keyOf(after), id });
}

function noteContent(store: Store, before: Post, after: Post): void {
  const id = String(after.id);
  const updates = store.collection<readonly Noted[]>('updates');
  const noted = updates.get(id) ?? [];
  const last = noted.at(-1);
  if (last?.before === contentOf(after)) {
    store.takeBack(last.entry);
    updates.put(id, noted.slice(0, -1));
    return;
  }
  const effect = after.status === 'publish' ? 'live' : 'inert';
  const entry = store.effect({ effect, key: keyOf(after), id });
  updates.put(id, [...noted, { before: contentOf(before), entry }]);
}

function contentOf(post: Post): string {
  const { slug, title, content, excerpt, categories, tags, featuredMedia, template, sticky } = post;
  return JSON.stringify([slug, title, content, excerpt, categories, tags, featuredMedia, template, sticky]);
}
