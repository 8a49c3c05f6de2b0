import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SandboxFixture, Seen } from '../support/sandbox-fixture.ts';

/** A WordPress to ask, real or not. */
export interface Site {
  /** Path from the root of the site. */
  call(method: string, path: string, json?: unknown, more?: Parameters<SandboxFixture['call']>[3]): Promise<Seen>;
  readonly origin: string;
}

type Json = Record<string, unknown>;
const api = '/wp-json/wp/v2';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let counter = 0;

/** A slug that no other case uses. */
function fresh(): string {
  counter += 1;
  return `case-${process.pid}-${counter}-x`;
}

async function post(
  site: Site,
  fields: Json,
): Promise<Json & { id: number; slug: string; status: string; link: string }> {
  const { json } = await site.call('POST', `${api}/posts`, { title: 'T', ...fields });
  return json as Awaited<ReturnType<typeof post>>;
}

async function slugsFound(site: Site, query: string): Promise<unknown[]> {
  const { text } = await site.call('GET', `${api}/posts?${query}`);
  return (JSON.parse(text) as Json[]).map(({ slug }) => slug);
}

/** What WordPress does that nobody expects. The same cases run against the stand-in and against a real one. */
export function wordpressQuirks(open: () => Promise<Site>): void {
  it('gives the second post of a slug a number, drafts too', async () => {
    const site = await open();
    const slug = fresh();
    expect((await post(site, { slug, status: 'draft' })).slug).toBe(slug);
    expect((await post(site, { slug, status: 'publish' })).slug).toBe(`${slug}-2`);
  });

  it.each([
    ['Ünïcode Slug/With_Ünder & Dots.v1', 'unicode-slug-with_under-dots-v1'],
    ['feed', 'feed-2'],
    ['2026', '2026-2'],
  ])('makes of the slug %s %s', async (asked, slug) => {
    const site = await open();
    const made = await post(site, { slug: asked, status: 'draft' });
    expect(made.slug).toBe(slug);
    await site.call('DELETE', `${api}/posts/${made.id}?force=true`);
  });

  it('leaves a taken slug to a draft that is created without a status, until it is published', async () => {
    const site = await open();
    const slug = fresh();
    await post(site, { slug, status: 'publish' });
    const draft = await post(site, { slug });
    expect([draft.status, draft.slug]).toEqual(['draft', slug]);
    expect((await site.call('POST', `${api}/posts/${draft.id}`, { status: 'publish' })).json['slug']).toBe(`${slug}-2`);
  });

  it('gives a number to what comes back from the trash, if its slug was taken meanwhile', async () => {
    const site = await open();
    const slug = fresh();
    const { id } = await post(site, { slug, status: 'publish' });
    await site.call('DELETE', `${api}/posts/${id}`);
    expect((await post(site, { slug, status: 'publish' })).slug).toBe(slug);
    expect((await site.call('POST', `${api}/posts/${id}`, { status: 'publish' })).json['slug']).toBe(`${slug}-2`);
  });

  it('leaves a draft without slug without one', async () => {
    expect((await post(await open(), {})).slug).toBe('');
  });

  it('keeps its own slug in an update and gives a number for a taken one', async () => {
    const site = await open();
    const [one, two] = [await post(site, { slug: fresh() }), await post(site, { slug: fresh() })];
    expect((await site.call('POST', `${api}/posts/${one.id}`, { slug: one.slug })).json['slug']).toBe(one.slug);
    expect((await site.call('POST', `${api}/posts/${one.id}`, { slug: two.slug })).json['slug']).toBe(`${two.slug}-2`);
  });

  it('lets nobody choose an id', async () => {
    const { status, json } = await (await open()).call('POST', `${api}/posts`, { id: 1, title: 'T' });
    expect([status, json['code']]).toEqual([400, 'rest_post_exists']);
  });

  it('finds by slug: published alone, any, and trash under its other name', async () => {
    const site = await open();
    const slug = fresh();
    const { id } = await post(site, { slug });
    expect(await slugsFound(site, `slug=${slug}`)).toEqual([]);
    expect(await slugsFound(site, `slug=${slug}&status=any`)).toEqual([slug]);
    expect((await site.call('DELETE', `${api}/posts/${id}`)).json).toMatchObject({
      status: 'trash',
      slug: `${slug}__trashed`,
    });
    expect(await slugsFound(site, `slug=${slug},${slug}__trashed&status=any`)).toEqual([]);
    expect(await slugsFound(site, `slug=${slug},${slug}__trashed&status=any,trash`)).toEqual([`${slug}__trashed`]);
    expect(await site.call('DELETE', `${api}/posts/${id}`)).toMatchObject({
      status: 410,
      json: { code: 'rest_already_trashed' },
    });
    expect((await site.call('POST', `${api}/posts/${id}`, { status: 'publish' })).json['slug']).toBe(slug);
  });

  it('deletes for good with force, and then knows nothing of it', async () => {
    const site = await open();
    const { id } = await post(site, {});
    expect((await site.call('DELETE', `${api}/posts/${id}?force=true`)).json).toMatchObject({
      deleted: true,
      previous: { id },
    });
    expect(await site.call('GET', `${api}/posts/${id}`)).toMatchObject({
      status: 404,
      json: { code: 'rest_post_invalid_id' },
    });
  });

  it('finds the comment with our key by search, in drafts too', async () => {
    const site = await open();
    const slug = fresh();
    const key = createHash('sha256').update(slug).digest('hex').slice(0, 20);
    const content = `<p>x</p>\n<!-- mergecast:${key} -->`;
    await post(site, { slug, content });
    expect(await slugsFound(site, `search=${key}&status=any&_fields=slug`)).toEqual([slug]);
    expect(await slugsFound(site, `search=${slug}&status=any`)).toEqual([]);
  });

  it('shows pages of lists, and refuses pages that are not there', async () => {
    const site = await open();
    await post(site, { slug: fresh(), status: 'publish' });
    const first = await site.call('GET', `${api}/posts?per_page=1`);
    expect(Number(first.headers.get('x-wp-total'))).toBeGreaterThan(0);
    expect((await site.call('GET', `${api}/posts?per_page=101`)).json['code']).toBe('rest_invalid_param');
    expect((await site.call('GET', `${api}/posts?page=999`)).json['code']).toBe('rest_post_invalid_page_number');
  });

  it.each([
    ['2020-01-01T09:00:00', 'publish'],
    ['soon', 'publish'],
    ['2099-01-01T09:00:00', 'future'],
  ])('turns future at %s into %s', async (date, status) => {
    const dateGmt = date === 'soon' ? new Date(Date.now() + 40_000).toISOString().slice(0, 19) : date;
    expect((await post(await open(), { status: 'future', date_gmt: dateGmt })).status).toBe(status);
  });

  it('keeps the date of a scheduled post that went back to draft', async () => {
    const site = await open();
    const { id, status } = await post(site, { status: 'publish', date_gmt: '2099-01-01T09:00:00' });
    expect(status).toBe('future');
    expect((await site.call('POST', `${api}/posts/${id}`, { status: 'draft' })).json['status']).toBe('draft');
    expect((await site.call('POST', `${api}/posts/${id}`, { status: 'publish' })).json).toMatchObject({
      status: 'future',
      date_gmt: '2099-01-01T09:00:00',
    });
  });

  it('shows a published post to visitors, a draft not, and guesses what they meant', async () => {
    const site = await open();
    const slug = fresh();
    const { id, link } = await post(site, {
      slug,
      content: '<p>Hello <b>there</b></p>\n<!-- mergecast:0123456789abcdef0123 -->',
      status: 'publish',
    });
    expect(link).toBe(`${site.origin}/${slug}/`);
    const visited = await site.call('GET', `/${slug}/`);
    expect([
      visited.status,
      visited.text.includes('Hello <b>there</b>'),
      visited.text.includes('<!-- mergecast:0123456789abcdef0123 -->'),
    ]).toEqual([200, true, true]);
    await site.call('POST', `${api}/posts/${id}`, { status: 'draft' });
    expect((await site.call('GET', `/${slug}/`)).status).toBe(404);
    const other = await post(site, { slug: `${slug}-two`, status: 'publish' });
    const guessed = await site.call('GET', `/${slug}/`);
    expect([guessed.status, guessed.headers.get('location')]).toEqual([301, other.link]);
  });

  it('lets a page win over the post at the same address', async () => {
    const site = await open();
    const slug = fresh();
    await post(site, { slug, title: 'The post', content: 'of the post', status: 'publish' });
    const page = await site.call('POST', `${api}/pages`, {
      slug,
      title: 'The page',
      content: 'of the page',
      status: 'publish',
    });
    expect(page.json['slug']).toBe(slug);
    expect((await site.call('GET', `/${slug}/`)).text).toContain('of the page');
  });

  it('keeps raw text byte for byte, but trims titles and secures links that open windows', async () => {
    const site = await open();
    const content = ' "quotes" \\ emoji 🚲\r\n<script>alert(1)</script> [gallery] ';
    const { id } = await post(site, { title: '  Spaces  ', content });
    const { json } = await site.call('GET', `${api}/posts/${id}?context=edit&_fields=title.raw,content.raw`);
    expect(json).toEqual({ title: { raw: 'Spaces' }, content: { raw: content } });
    const linked = await post(site, { content: '<a href="https://a.example" target="_blank">a</a>' });
    const read = await site.call('GET', `${api}/posts/${linked.id}?context=edit`);
    expect(read.json['content']).toMatchObject({
      raw: '<a href="https://a.example" target="_blank" rel="noopener">a</a>',
    });
  });

  it('renders other characters than were written', async () => {
    const made = await post(await open(), { content: 'It\'s "here" & now', status: 'publish' });
    expect(made['content']).toMatchObject({ rendered: '<p>It&#8217;s &#8220;here&#8221; &#038; now</p>\n' });
  });

  it('drops without a word what it does not know', async () => {
    const made = await post(await open(), {
      meta: { _yoast_wpseo_metadesc: 'x' },
      nonsense: 1,
      categories: [987_654],
      featured_media: 987_654,
    });
    expect(made).toMatchObject({ categories: [], featured_media: 0 });
    expect(made).not.toHaveProperty('nonsense');
    expect(made['meta']).not.toHaveProperty('_yoast_wpseo_metadesc');
  });

  it.each<[string, Json, string]>([
    ['nothing to show', { title: '', content: '', excerpt: '' }, 'empty_content'],
    ['a status that is none', { status: 'live' }, 'rest_invalid_param'],
    ['a date that is none', { date_gmt: 'tomorrow' }, 'rest_invalid_param'],
    ['categories by name', { categories: ['News'] }, 'rest_invalid_param'],
  ])('refuses %s', async (_, fields, code) => {
    const { status, json } = await (await open()).call('POST', `${api}/posts`, { title: 'T', ...fields });
    expect([status, json['code']]).toEqual([400, code]);
  });

  it('names the term that exists already, in any letter case', async () => {
    const site = await open();
    const name = `R & D ${fresh()}`;
    const made = await site.call('POST', `${api}/categories`, { name });
    expect([made.status, made.json['name']]).toEqual([201, name.replace('&', '&amp;')]);
    const again = await site.call('POST', `${api}/categories`, { name: name.toLowerCase() });
    expect(again).toMatchObject({
      status: 400,
      json: { code: 'term_exists', data: { term_id: made.json['id'] } },
    });
    const found = await site.call('GET', `${api}/categories?slug=${String(made.json['slug'])}`);
    expect(JSON.parse(found.text)).toMatchObject([{ id: made.json['id'] }]);
    expect(await site.call('DELETE', `${api}/categories/${String(made.json['id'])}`)).toMatchObject({
      status: 501,
      json: { code: 'rest_trash_not_supported' },
    });
    expect((await site.call('DELETE', `${api}/categories/${String(made.json['id'])}?force=true`)).json['deleted']).toBe(
      true,
    );
  });

  it('takes an upload with its alternative text, numbers the second one, and serves the bytes', async () => {
    const site = await open();
    const name = fresh();
    const headers = {
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="${name}.png"`,
    };
    const send = (more: Json = {}): Promise<Seen> =>
      site.call('POST', `${api}/media?alt_text=${encodeURIComponent('A <b>red</b> bike')}`, undefined, {
        headers: { ...headers, ...(more as Record<string, string>) },
        body: new Uint8Array(png),
      });
    const first = await send({ 'content-md5': createHash('md5').update(png).digest('hex') });
    expect(first).toMatchObject({
      status: 201,
      json: {
        slug: name,
        alt_text: 'A red bike',
        mime_type: 'image/png',
        media_details: { width: 1, height: 1 },
      },
    });
    const source = new URL(String(first.json['source_url']));
    expect([source.origin, (await site.call('GET', source.pathname)).status]).toEqual([site.origin, 200]);
    expect((await send()).json['slug']).toBe(`${name}-1`);
    expect(await send({ 'content-md5': '0'.repeat(32) })).toMatchObject({
      status: 412,
      json: { code: 'rest_upload_hash_mismatch' },
    });
    expect((await site.call('DELETE', `${api}/media/${String(first.json['id'])}`)).status).toBe(501);
    const { id } = await post(site, { featured_media: first.json['id'] });
    await site.call('DELETE', `${api}/media/${String(first.json['id'])}?force=true`);
    expect((await site.call('GET', `${api}/posts/${id}`)).json['featured_media']).toBe(0);
    expect((await site.call('GET', source.pathname)).status).toBe(404);
  });

  it('refuses uploads that are no picture, or have no name', async () => {
    const site = await open();
    const headers = {
      'content-type': 'image/svg+xml',
      'content-disposition': 'attachment; filename="a.svg"',
    };
    const body = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await site.call('POST', `${api}/media`, undefined, { headers, body })).toMatchObject({
      status: 500,
      json: { code: 'rest_upload_sideload_error' },
    });
    const nameless = await site.call('POST', `${api}/media`, undefined, {
      headers: { 'content-type': 'image/png' },
      body: new Uint8Array(png),
    });
    expect(nameless).toMatchObject({ status: 400, json: { code: 'rest_upload_no_content_disposition' } });
  });

  it('knows who asks', async () => {
    const { json } = await (await open()).call('GET', `${api}/users/me?context=edit`);
    expect(json).toMatchObject({
      slug: 'editor',
      roles: ['editor'],
      capabilities: { publish_posts: true, edit_others_posts: true },
    });
  });

  it('says so where there is no such route', async () => {
    expect(await (await open()).call('POST', `${api}/nonsense`, {})).toMatchObject({
      status: 404,
      json: { code: 'rest_no_route' },
    });
  });
}
