import {
  json,
  md5Hex,
  textOf,
  textsOf,
  type Route,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { wordpressError } from './errors.ts';
import { noPost } from './list-posts.ts';
import { mediaOf, type MediaFile } from './media-file.ts';
import { pageOf, pick } from './page-of.ts';
import { readImage, type Image } from './read-image.ts';
import { gmt, postsOf } from './post.ts';
import { freeSlug, toSlug } from './slugs.ts';

const path = '/wp-json/wp/v2/media';

/** Uploads: raw bytes with a file name in `Content-Disposition`. */
export const mediaRoutes: readonly Route[] = [
  { method: 'GET', path, operation: 'find-images', reads: true, handle: listMedia },
  { method: 'POST', path, operation: 'upload-image', handle: upload },
  { method: 'GET', path: `${path}/:id(\\d+)`, operation: 'read-image', reads: true, handle: readMedia },
  { method: 'POST|PUT|PATCH', path: `${path}/:id(\\d+)`, operation: 'update-image', handle: updateMedia },
  { method: 'DELETE', path: `${path}/:id(\\d+)`, operation: 'delete-image', handle: deleteMedia },
];

function upload(request: SandboxRequest, store: Store): SandboxAnswer {
  const name = /filename="?([^";]+)"?/.exec(request.headers['content-disposition'] ?? '')?.[1];
  if (name === undefined)
    return wordpressError(400, 'rest_upload_no_content_disposition', 'No Content-Disposition supplied.');
  const sum = request.headers['content-md5'];
  if (sum !== undefined && sum !== md5Hex(request.body))
    return wordpressError(412, 'rest_upload_hash_mismatch', 'Content hash did not match expected.');
  const image = readImage(request.body);
  if (image === null)
    return wordpressError(500, 'rest_upload_sideload_error', 'Sorry, you are not allowed to upload this file type.');
  const media = newMedia(request, store, { name, image });
  mediaOf(store).put(String(media.id), media);
  store.collection<string>('files').put(String(media.id), Buffer.from(request.body).toString('base64'));
  const key = /[0-9a-f]{20,64}/.exec(`${name} ${media.slug}`)?.[0] ?? null;
  store.effect({ effect: 'inert', key, id: String(media.id) });
  return json(201, show(media, request), { location: `${request.origin}${path}/${media.id}` });
}

function newMedia(request: SandboxRequest, store: Store, { name, image }: { name: string; image: Image }): MediaFile {
  const id = store.next('posts');
  const file = freeFile(store, name);
  const stem =
    file
      .replace(/\.[^.]*$/, '')
      .split('/')
      .at(-1) ?? '';
  return {
    ...image,
    id,
    file,
    bytes: request.body.byteLength,
    date: gmt(store.now),
    slug: freeSlug(store, toSlug(given(request, 'slug') ?? stem), 'attachment', id),
    title: given(request, 'title') ?? stem,
    alt: (given(request, 'alt_text') ?? '').replaceAll(/<[^>]*>/g, ''),
  };
}

function given(request: SandboxRequest, name: string): string | undefined {
  return request.query.get(name) ?? (request.fields[name] === undefined ? undefined : textOf(request.fields[name]));
}

/** A second file of the same name gets a number. */
function freeFile(store: Store, name: string): string {
  const folder = gmt(store.now).slice(0, 7).replace('-', '/');
  const clean = name.replaceAll(/[^\w.-]+/g, '-');
  const taken = new Set(
    mediaOf(store)
      .list()
      .map(({ file }) => file),
  );
  const [, stem = '', extension = ''] = /^(.*?)(\.[^.]*)?$/.exec(clean) ?? [];
  let file = `${folder}/${clean}`;
  for (let number = 1; taken.has(file); number += 1) file = `${folder}/${stem}-${number}${extension}`;
  return file;
}

function listMedia(request: SandboxRequest, store: Store): SandboxAnswer {
  const slugs = textsOf(request.query.getAll('slug').concat(request.query.getAll('slug[]')).join(','));
  const search = (request.query.get('search') ?? '').toLowerCase();
  const found = mediaOf(store)
    .list()
    .filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
    .filter(({ title }) => search === '' || title.toLowerCase().includes(search));
  return pageOf(request, found, (media) => show(media, request), 'rest_post_invalid_page_number');
}

function readMedia(request: SandboxRequest, store: Store): SandboxAnswer {
  const media = mediaOf(store).get(request.parameters['id'] ?? '');
  return media === undefined ? noPost() : json(200, show(media, request));
}

function updateMedia(request: SandboxRequest, store: Store): SandboxAnswer {
  const media = mediaOf(store).get(request.parameters['id'] ?? '');
  if (media === undefined) return noPost();
  const changed = {
    ...media,
    alt: given(request, 'alt_text') ?? media.alt,
    title: given(request, 'title') ?? media.title,
  };
  mediaOf(store).put(String(media.id), changed);
  store.effect({ effect: 'inert', key: null, id: String(media.id) });
  return json(200, show(changed, request));
}

function deleteMedia(request: SandboxRequest, store: Store): SandboxAnswer {
  const id = request.parameters['id'] ?? '';
  const media = mediaOf(store).get(id);
  if (media === undefined) return noPost();
  if ((given(request, 'force') ?? '') !== 'true' && request.fields['force'] !== true)
    return wordpressError(
      501,
      'rest_trash_not_supported',
      "The post does not support trashing. Set 'force=true' to delete.",
    );
  mediaOf(store).remove(id);
  store.collection<string>('files').remove(id);
  for (const post of postsOf(store).list())
    if (post.featuredMedia === media.id) postsOf(store).put(String(post.id), { ...post, featuredMedia: 0 });
  store.undo(id, ['upload-image', 'update-image']);
  return json(200, { deleted: true, previous: show(media, request) });
}

function show(media: MediaFile, request: SandboxRequest): Record<string, unknown> {
  const { id, slug, title, alt, file, type, bytes, width, height, date, isWhole } = media;
  const source = `${request.origin}/wp-content/uploads/${file}`;
  const full = { file: file.split('/').at(-1), width, height, mime_type: type, source_url: source };
  const times = { date, date_gmt: date, modified: date, modified_gmt: date };
  const all = {
    id,
    ...times,
    slug,
    status: 'inherit',
    type: 'attachment',
    link: `${request.origin}/${slug}/`,
    title: { raw: title, rendered: title },
    author: 1,
    alt_text: alt,
    media_type: 'image',
    mime_type: type,
    post: null,
    media_details: { width, height, file, filesize: bytes, sizes: isWhole ? { full } : {} },
    source_url: source,
  };
  return pick(all, request.query.get('_fields'));
}
