import { json, textOf, type SandboxAnswer, type SandboxRequest, type Store } from '../../../sandbox/kit/index.ts';
import { wordpressError } from './errors.ts';
import { noPost } from './list-posts.ts';
import { gmt, keyOf, postsOf, type Post } from './post.ts';
import { isRefusal, readChanges } from './read-changes.ts';
import { showPost } from './show-post.ts';
import { freeSlug, toSlug, trashSlug, untrashSlug } from './slugs.ts';
import { noteUpdate } from './note-update.ts';

/** Names of everything that can be done to a post, as faults and effects use them. */
export const postOperations = [
  'create-draft',
  'create-published',
  'create-scheduled',
  'publish',
  'schedule',
  'unpublish',
  'update',
  'delete-draft',
  'delete-post',
];

/** `POST /posts`. Twice the same request makes two posts, the second with another slug. */
export function createPost(request: SandboxRequest, store: Store, type: Post['type']): SandboxAnswer {
  if (request.fields['id'] !== undefined)
    return wordpressError(400, 'rest_post_exists', 'Cannot create existing post.');
  const changes = readChanges(request, store);
  if (isRefusal(changes)) return changes;
  if (!changes.title && !changes.content && !changes.excerpt)
    return wordpressError(400, 'empty_content', 'Content, title, and excerpt are empty.');
  const id = store.next('posts');
  const asked: Post = {
    ...newPost(id, type, gmt(store.now)),
    ...changes,
  };
  // Without a status the draft keeps a slug that is taken, and gets its number when it is published.
  const post = settle(store, asked, changes.slug !== undefined && changes.status !== undefined);
  postsOf(store).put(String(id), post);
  store.effect({ effect: post.status === 'publish' ? 'live' : 'inert', key: keyOf(post), id: String(id) });
  return json(201, showPost(post, request, 'edit'), {
    location: `${request.origin}/wp-json/wp/v2/${type}s/${id}`,
  });
}

/** What WordPress assumes of a post. */
function newPost(id: number, type: Post['type'], now: string): Post {
  const categories = type === 'post' ? [1] : [];
  const texts = { slug: '', title: '', content: '', excerpt: '', template: '' };
  const times = { date: now, isDated: false, modified: now };
  return {
    id,
    type,
    status: 'draft',
    ...texts,
    ...times,
    author: 1,
    featuredMedia: 0,
    categories,
    tags: [],
    sticky: false,
  };
}

/** `POST /posts/ID`: only what is given changes. */
export function updatePost(request: SandboxRequest, store: Store, type: Post['type']): SandboxAnswer {
  const before = postsOf(store).get(request.parameters['id'] ?? '');
  if (before?.type !== type) return noPost();
  const changes = readChanges(request, store);
  if (isRefusal(changes)) return changes;
  const returns = before.status === 'trash' && changes.status !== undefined;
  const slug = changes.slug ?? (returns ? untrashSlug(before.slug) : before.slug);
  const after = settle(store, { ...before, ...changes, slug, modified: gmt(store.now) }, changes.slug !== undefined);
  postsOf(store).put(String(after.id), after);
  noteUpdate(store, before, after);
  return json(200, showPost(after, request, 'edit'));
}

/** `DELETE /posts/ID`: into the trash, or for good with `force`. */
export function deletePost(request: SandboxRequest, store: Store, type: Post['type']): SandboxAnswer {
  const id = request.parameters['id'] ?? '';
  const post = postsOf(store).get(id);
  if (post?.type !== type) return noPost();
  const isForced =
    (request.query.get('force') ?? textOf(request.fields['force'])) === 'true' || request.fields['force'] === true;
  if (!isForced && post.status === 'trash')
    return wordpressError(410, 'rest_already_trashed', 'The post has already been deleted.');
  store.undo(id, postOperations);
  if (isForced) {
    postsOf(store).remove(id);
    return json(200, { deleted: true, previous: showPost(post, request, 'edit') });
  }
  const trashed: Post = { ...post, status: 'trash', slug: trashSlug(post.slug), modified: gmt(store.now) };
  postsOf(store).put(id, trashed);
  return json(200, showPost(trashed, request, 'edit'));
}

/** Gives a post its time and place: dates less than a minute ahead are now, clashing slugs get a number. */
function settle(store: Store, asked: Post, isChecked: boolean): Post {
  const post = asked.status === 'publish' || asked.status === 'future' ? goOut(store, asked) : asked;
  const isDraft = post.status === 'draft' || post.status === 'pending';
  return isDraft && !isChecked ? post : { ...post, slug: freeSlug(store, post.slug, post.type, post.id) };
}

function goOut(store: Store, post: Post): Post {
  const date = post.isDated ? post.date : gmt(store.now);
  const isAhead = Date.parse(`${date}Z`) - store.now.getTime() >= 60_000;
  return {
    ...post,
    date,
    isDated: true,
    status: isAhead ? 'future' : 'publish',
    slug: post.slug || toSlug(post.title),
  };
}

/** What time does by itself: scheduled posts come out. */
export function publishDue(store: Store): void {
  for (const post of postsOf(store).list()) {
    if (post.status !== 'future' || Date.parse(`${post.date}Z`) > store.now.getTime()) continue;
    postsOf(store).put(String(post.id), { ...post, status: 'publish' });
    store.effect({ effect: 'live', key: keyOf(post), id: String(post.id), operation: 'publish' });
  }
}
