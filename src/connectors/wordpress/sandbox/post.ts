import type { Collection, Store } from '../../../sandbox/kit/index.ts';

/** A post or page as the site keeps it. Times are GMT without zone, as WordPress writes them. */
export interface Post {
  readonly id: number;
  readonly type: 'post' | 'page';
  readonly status: string;
  readonly slug: string;
  readonly title: string;
  readonly content: string;
  readonly excerpt: string;
  readonly date: string;
  /** Whether somebody set the date; else it follows the publication. */
  readonly isDated: boolean;
  readonly modified: string;
  readonly author: number;
  readonly featuredMedia: number;
  readonly categories: readonly number[];
  readonly tags: readonly number[];
  readonly sticky: boolean;
  readonly template: string;
}

/** Posts and pages share one collection, as their ids share one sequence with uploads. */
export function postsOf(store: Store): Collection<Post> {
  return store.collection<Post>('posts');
}

/** `2026-11-23T09:00:00`. */
export function gmt(date: Date): string {
  return date.toISOString().slice(0, 19);
}

/** The key that a post carries in an HTML comment. */
export function keyOf(post: Post): string | null {
  return /<!--\s*mergecast:([0-9a-f]{8,64})\s*-->/.exec(post.content)?.[1] ?? null;
}

/** Where a visitor finds it; a draft has no address of its own yet. */
export function linkOf(post: Post, origin: string): string {
  const isPublic = post.status === 'publish' || post.status === 'private';
  return isPublic ? `${origin}/${post.slug}/` : `${origin}/?${post.type === 'page' ? 'page_id' : 'p'}=${post.id}`;
}
