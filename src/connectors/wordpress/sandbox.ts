import {
  json,
  textOf,
  type Route,
  type SandboxPart,
  type SandboxRequest,
  type Store,
} from '../../sandbox/kit/index.ts';
import { listPosts, readPost } from './sandbox/list-posts.ts';
import { mediaRoutes } from './sandbox/media.ts';
import { postsOf, type Post } from './sandbox/post.ts';
import { showPage } from './sandbox/show-page.ts';
import { termRoutes } from './sandbox/terms.ts';
import { createPost, deletePost, postOperations, publishDue, updatePost } from './sandbox/write-post.ts';

/** WordPress 6.5.5 as seen on a running site, with the role of an editor. */
export const sandbox: SandboxPart = {
  id: 'wordpress',
  perOrigin: true,
  routes: [
    ...postRoutes('post'),
    ...postRoutes('page'),
    ...mediaRoutes,
    ...termRoutes('categories'),
    ...termRoutes('tags'),
    ...accountRoutes(),
  ],
  page: showPage,
  tick: publishDue,
  failures: {
    401: {
      code: 'rest_cannot_create',
      message: 'Sorry, you are not allowed to create posts as this user.',
      data: { status: 401 },
    },
    404: {
      code: 'rest_no_route',
      message: 'No route was found matching the URL and request method.',
      data: { status: 404 },
    },
    500: {
      code: 'internal_server_error',
      message: 'There has been a critical error on this website.',
      data: { status: 500 },
    },
  },
};

function postRoutes(type: Post['type']): Route[] {
  const path = `/wp-json/wp/v2/${type}s`;
  return [...readRoutes(type, path), ...writeRoutes(type, path)];
}

function readRoutes(type: Post['type'], path: string): Route[] {
  return [
    {
      method: 'GET',
      path,
      operation: `find-${type}s`,
      reads: true,
      handle: (request, store) => listPosts(request, store, type),
    },
    {
      method: 'GET',
      path: `${path}/:id(\\d+)`,
      operation: `read-${type}`,
      reads: true,
      handle: (request, store) => readPost(request, store, type),
    },
  ];
}

function writeRoutes(type: Post['type'], path: string): Route[] {
  const one = `${path}/:id(\\d+)`;
  const operations = postOperations;
  return [
    {
      method: 'POST',
      path,
      operation: nameCreate,
      operations,
      handle: (request, store) => createPost(request, store, type),
    },
    {
      method: 'POST|PUT|PATCH',
      path: one,
      operation: nameUpdate,
      operations,
      handle: (request, store) => updatePost(request, store, type),
    },
    {
      method: 'DELETE',
      path: one,
      operation: nameDelete,
      operations,
      handle: (request, store) => deletePost(request, store, type),
    },
  ];
}

function accountRoutes(): Route[] {
  const user = {
    id: 1,
    username: 'editor',
    name: 'editor',
    slug: 'editor',
    email: 'editor@sandbox.example',
    roles: ['editor'],
  };
  const can = [
    'read',
    'edit_posts',
    'edit_others_posts',
    'edit_published_posts',
    'publish_posts',
    'delete_posts',
    'edit_pages',
    'publish_pages',
    'upload_files',
    'manage_categories',
    'unfiltered_html',
  ];
  const capabilities = Object.fromEntries([...can, 'editor'].map((name) => [name, true]));
  return [
    {
      method: 'GET',
      path: '/wp-json/wp/v2/users/me',
      operation: 'read-user',
      reads: true,
      handle: () => json(200, { ...user, capabilities }),
    },
    {
      method: 'GET',
      path: '/wp-json',
      operation: 'read-index',
      reads: true,
      handle: ({ origin }) => json(200, { name: 'Sandbox', url: origin, home: origin, namespaces: ['wp/v2'] }),
    },
  ];
}

function nameCreate({ fields }: SandboxRequest): string {
  const status = textOf(fields['status']);
  return status === 'publish' ? 'create-published' : status === 'future' ? 'create-scheduled' : 'create-draft';
}

function nameUpdate({ fields, parameters }: SandboxRequest, store: Store): string {
  const before = postsOf(store).get(parameters['id'] ?? '')?.status ?? '';
  const status = textOf(fields['status']);
  if (status === '' || status === before) return 'update';
  if (status === 'publish' || status === 'future') return status === 'publish' ? 'publish' : 'schedule';
  return ['publish', 'future'].includes(before) ? 'unpublish' : 'update';
}

function nameDelete({ parameters }: SandboxRequest, store: Store): string {
  return postsOf(store).get(parameters['id'] ?? '')?.status === 'publish' ? 'delete-post' : 'delete-draft';
}
