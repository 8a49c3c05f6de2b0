import type { Store } from '../../../sandbox/kit/index.ts';
import { mediaOf } from './media-file.ts';
import { postsOf, type Post } from './post.ts';

const trashed = '__trashed';

/** What WordPress makes of any text that is to be an address. */
export function toSlug(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const dashed = plain.replaceAll(/[\s/.&]+/g, '-').replaceAll(/[^a-z0-9_-]/g, '');
  return dashed.replaceAll(/-{2,}/g, '-').replaceAll(/^-|-$/g, '').slice(0, 200);
}

/** The address with a number behind it where it is taken: posts among posts, pages among pages and uploads. */
export function freeSlug(store: Store, wanted: string, type: Post['type'] | 'attachment', self: number): string {
  if (wanted === '') return '';
  const taken = new Set(takenSlugs(store, type, self));
  const isReserved = /^\d+$/.test(wanted) || ['feed', 'embed', 'rdf', 'rss', 'rss2', 'atom'].includes(wanted);
  if (!isReserved && !taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

function takenSlugs(store: Store, type: Post['type'] | 'attachment', self: number): string[] {
  const types = type === 'post' ? ['post'] : ['page'];
  const posts = postsOf(store)
    .list()
    .filter((post) => types.includes(post.type) && post.id !== self);
  const uploads =
    type === 'post'
      ? []
      : mediaOf(store)
          .list()
          .filter(({ id }) => id !== self);
  return [...posts, ...uploads].map(({ slug }) => slug);
}

/** A trashed post lets its address go. */
export function trashSlug(slug: string): string {
  return slug.endsWith(trashed) ? slug : `${slug}${trashed}`;
}

/** And asks for it back when it returns. */
export function untrashSlug(slug: string): string {
  return slug.endsWith(trashed) ? slug.slice(0, -trashed.length) : slug;
}
