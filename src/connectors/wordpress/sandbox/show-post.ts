import type { SandboxRequest } from '../../../sandbox/kit/index.ts';
import { pick } from './page-of.ts';
import { linkOf, type Post } from './post.ts';

/** A post as the interface shows it; `edit` adds what was written to what is rendered of it. */
export function showPost(post: Post, request: SandboxRequest, context: 'view' | 'edit'): Record<string, unknown> {
  const texts = (raw: string, rendered: string): Record<string, unknown> =>
    context === 'edit' ? { raw, rendered } : { rendered };
  const { id, type, status, slug, author, sticky, template, date, modified } = post;
  const full = {
    id,
    date,
    date_gmt: date,
    guid: texts(`${request.origin}/?p=${id}`, `${request.origin}/?p=${id}`),
    modified,
    modified_gmt: modified,
    slug,
    status,
    type,
    link: linkOf(post, request.origin),
    title: texts(post.title, renderText(post.title)),
    content: {
      ...texts(post.content, renderHtml(post.content)),
      protected: false,
      ...(context === 'edit' && { block_version: 0 }),
    },
    excerpt: { ...texts(post.excerpt, renderHtml(post.excerpt)), protected: false },
    author,
    featured_media: post.featuredMedia,
    comment_status: 'open',
    ping_status: 'open',
    template,
    // Nothing is registered: keys of other plugins are dropped without a word.
    meta: { footnotes: '' },
    ...(type === 'post' && { sticky, format: 'standard', categories: post.categories, tags: post.tags }),
    ...(type === 'page' && { parent: 0, menu_order: 0 }),
    ...(context === 'edit' && {
      password: '',
      permalink_template: `${request.origin}/%postname%/`,
      generated_slug: slug,
    }),
    _links: { self: [{ href: `${request.origin}/wp-json/wp/v2/${type}s/${id}` }] },
  };
  return pick(full, request.query.get('_fields'));
}

/** What readers get: curly quotes, dashes and entities instead of what was written, so nobody should compare with it. */
export function renderHtml(html: string): string {
  const rendered = html
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : renderText(part)))
    .join('');
  return rendered === '' || /<(p|h\d|ul|ol|div|figure|table|blockquote)\b/.test(rendered)
    ? rendered
    : `<p>${rendered}</p>\n`;
}

function renderText(text: string): string {
  return text
    .replaceAll(/&(?!\w+;|#\d+;)/g, '&#038;')
    .replaceAll(/(^|\s)"/g, '$1&#8220;')
    .replaceAll('"', '&#8221;')
    .replaceAll("'", '&#8217;')
    .replaceAll(' - ', ' &#8211; ');
}
