import type { SandboxAnswer, SandboxRequest, Store } from '../../../sandbox/kit/index.ts';
import { mediaOf } from './media-file.ts';
import { linkOf, postsOf, type Post } from './post.ts';
import { renderHtml } from './show-post.ts';

/** What a visitor gets: published posts, pages before posts, and files. Drafts are not there. */
export function showPage(request: SandboxRequest, store: Store): SandboxAnswer | null {
  const upload = /^\/wp-content\/uploads\/(.+)$/.exec(request.path)?.[1];
  if (upload !== undefined) return showFile(store, upload);
  if (request.path === '/wp-cron.php') return { status: 200 };
  const published = postsOf(store)
    .list()
    .filter(({ status }) => status === 'publish');
  const number = request.query.get('p') ?? request.query.get('page_id');
  if (request.path === '/' && number === null)
    return html(
      200,
      'Sandbox',
      published
        .map((post) => `<p><a href="${linkOf(post, request.origin)}">${escapeHtml(post.title)}</a></p>`)
        .join('\n'),
    );
  if (request.path === '/')
    return redirect(
      published.find(({ id }) => String(id) === number),
      request,
    );
  const slug = request.path.replaceAll('/', '').toLowerCase();
  const post =
    published.find((one) => one.type === 'page' && one.slug === slug) ?? published.find((one) => one.slug === slug);
  if (post !== undefined)
    return html(
      200,
      post.title,
      `<article>\n<h1>${escapeHtml(post.title)}</h1>\n${picture(store, post, request)}${renderHtml(post.content)}\n</article>`,
    );
  // WordPress guesses: the address of something that is gone leads to whatever begins the same.
  return redirect(
    published.find((one) => one.slug.startsWith(slug)),
    request,
  );
}

function redirect(post: Post | undefined, request: SandboxRequest): SandboxAnswer {
  if (post !== undefined) return { status: 301, headers: { location: linkOf(post, request.origin) } };
  return html(404, 'Page not found', '<p>It looks like nothing was found at this location.</p>');
}

function picture(store: Store, post: Post, request: SandboxRequest): string {
  const media = mediaOf(store).get(String(post.featuredMedia));
  return media === undefined
    ? ''
    : `<img src="${request.origin}/wp-content/uploads/${media.file}" alt="${escapeHtml(media.alt)}" />\n`;
}

function showFile(store: Store, file: string): SandboxAnswer | null {
  const media = mediaOf(store)
    .list()
    .find((one) => one.file === file);
  const bytes = media === undefined ? undefined : store.collection<string>('files').get(String(media.id));
  if (media === undefined || bytes === undefined) return html(404, 'Page not found', '');
  return { status: 200, headers: { 'content-type': media.type }, body: Buffer.from(bytes, 'base64') };
}

function html(status: number, title: string, body: string): SandboxAnswer {
  const text = `<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="UTF-8"><title>${escapeHtml(title)}</title></head>\n<body>\n${body}\n</body>\n</html>\n`;
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, body: text };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
