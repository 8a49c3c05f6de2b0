import { json, textsOf, type SandboxAnswer, type SandboxRequest, type Store } from '../../../sandbox/kit/index.ts';
import { invalidParameter, wordpressError } from './errors.ts';
import { pageOf } from './page-of.ts';
import { postsOf, type Post } from './post.ts';
import { showPost } from './show-post.ts';

const statuses = ['publish', 'future', 'draft', 'pending', 'private', 'trash'];

/** `GET /posts`: published ones, unless `status` says more; `any` is all but the trash. Unknown parameters are ignored. */
export function listPosts(request: SandboxRequest, store: Store, type: Post['type']): SandboxAnswer {
  const { query } = request;
  const wanted = textsOf(query.getAll('status').concat(query.getAll('status[]')).join(',') || 'publish');
  if (wanted.some((status) => ![...statuses, 'any'].includes(status)))
    return invalidParameter('status', 'status is not one of those allowed');
  const visible = new Set(
    wanted.flatMap((status) => (status === 'any' ? statuses.filter((one) => one !== 'trash') : [status])),
  );
  const slugs = textsOf(query.getAll('slug').concat(query.getAll('slug[]')).join(',')).map((slug) =>
    slug.toLowerCase(),
  );
  const include = textsOf(query.get('include') ?? '');
  const words = (query.get('search') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = postsOf(store)
    .list()
    .filter((post) => post.type === type && visible.has(post.status))
    .filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
    .filter(({ id }) => include.length === 0 || include.includes(String(id)))
    .filter(({ title, content, excerpt }) =>
      words.every((word) => `${title}\n${excerpt}\n${content}`.toLowerCase().includes(word)),
    );
  return pageOf(
    request,
    sorted(found, query),
    (post) => showPost(post, request, contextOf(request)),
    'rest_post_invalid_page_number',
  );
}

function sorted(posts: readonly Post[], query: URLSearchParams): Post[] {
  const by = query.get('orderby') ?? 'date';
  const sign = query.get('order') === 'asc' ? 1 : -1;
  const value = (post: Post): string | number =>
    by === 'id'
      ? post.id
      : by === 'slug'
        ? post.slug
        : by === 'title'
          ? post.title
          : by === 'modified'
            ? post.modified
            : post.date;
  return posts.toSorted((a, b) => (value(a) < value(b) ? -sign : value(a) > value(b) ? sign : 0));
}

/** `GET /posts/ID`. */
export function readPost(request: SandboxRequest, store: Store, type: Post['type']): SandboxAnswer {
  const post = postsOf(store).get(request.parameters['id'] ?? '');
  return post?.type === type ? json(200, showPost(post, request, contextOf(request))) : noPost();
}

/** 404 for an id that is none. */
export function noPost(): SandboxAnswer {
  return wordpressError(404, 'rest_post_invalid_id', 'Invalid post ID.');
}

function contextOf(request: SandboxRequest): 'view' | 'edit' {
  return request.query.get('context') === 'edit' ? 'edit' : 'view';
}
