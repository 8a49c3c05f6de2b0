import { describe, expect, it } from 'vitest';
import { sandbox } from '../../src/connectors/wordpress/sandbox.ts';
import { postsOf, type Post } from '../../src/connectors/wordpress/sandbox/post.ts';
import type { Store } from '../../src/sandbox/kit/index.ts';
import { openStore } from '../../src/sandbox/open-store.ts';
import { applyLine, Draft, type Tables } from '../../src/sandbox/state.ts';
import { sandboxFixture, type SandboxFixture } from '../support/sandbox-fixture.ts';
import { wordpressQuirks, type Site } from './wordpress-quirks.ts';

const origin = 'https://acme.example';

function siteOf(server: SandboxFixture, of = origin): Site {
  return {
    origin: of,
    call: (method, path, json, more) => server.call(method, `/wordpress${path}`, json, { origin: of, ...more }),
  };
}

describe('the stand-in behaves as a real WordPress does', () => {
  wordpressQuirks(async () => siteOf(await sandboxFixture()));
});

const api = '/wp-json/wp/v2';
const marker = 'ab12'.repeat(5);
const draft = {
  title: 'T',
  slug: 'spring',
  status: 'draft',
  content: `<p>x</p>\n<!-- mergecast:${marker} -->`,
};

describe('what the world saw', () => {
  it('is a draft, then a live post, then both undone', async () => {
    const server = await sandboxFixture();
    const site = siteOf(server);
    const { json } = await site.call('POST', `${api}/posts`, draft);
    const path = `${api}/posts/${String(json['id'])}`;
    await site.call('POST', path, { status: 'publish' });
    await site.call('POST', path, { status: 'publish' });
    const id = String(json['id']);
    const seen = { platform: 'wordpress', key: marker, id, undone: false };
    expect(await server.effects()).toMatchObject([
      { ...seen, operation: 'create-draft', effect: 'inert' },
      { ...seen, operation: 'publish', effect: 'live' },
    ]);
    await site.call('POST', path, { status: 'draft' });
    expect((await server.effects()).map(({ undone }) => undone)).toEqual([false, true]);
    await site.call('DELETE', path);
    expect((await server.effects()).map(({ undone }) => undone)).toEqual([true, true]);
  });

  it('takes an update back where the former text is written again', async () => {
    const server = await sandboxFixture();
    const site = siteOf(server);
    const { json } = await site.call('POST', `${api}/posts`, { ...draft, status: 'publish' });
    const path = `${api}/posts/${String(json['id'])}`;
    for (const content of ['one', 'two', 'one']) await site.call('POST', path, { content });
    expect((await server.effects()).map(({ operation, effect, undone }) => [operation, effect, undone])).toEqual([
      ['create-published', 'live', false],
      ['update', 'live', false],
      ['update', 'live', true],
    ]);
  });

  it('notes uploads and terms, also after they are gone', async () => {
    const server = await sandboxFixture();
    const site = siteOf(server);
    const tag = await site.call('POST', `${api}/tags`, { name: 'Bikes' });
    const headers = {
      'content-type': 'image/gif',
      'content-disposition': `attachment; filename="bike-${marker}.gif"`,
    };
    const image = await site.call('POST', `${api}/media`, undefined, {
      headers,
      body: new TextEncoder().encode('GIF89a\u0001\0\u0001\0'),
    });
    await site.call('DELETE', `${api}/media/${String(image.json['id'])}?force=true`);
    expect(await server.effects()).toMatchObject([
      { operation: 'ensure-tag', effect: 'inert', key: null, id: String(tag.json['id']), undone: false },
      { operation: 'upload-image', effect: 'inert', key: marker, id: String(image.json['id']), undone: true },
    ]);
  });

  it('sees a scheduled post come out when its time comes', () => {
    const tables: Tables = new Map();
    const at = (time: string): Store =>
      openStore(new Draft(tables), {
        platform: 'wordpress',
        site: origin,
        operation: 'tick',
        now: new Date(time),
      });
    const post: Post = {
      id: 7,
      type: 'post',
      status: 'future',
      slug: 's',
      title: 'T',
      content: '',
      excerpt: '',
      date: '2027-03-02T09:00:00',
      isDated: true,
      modified: '',
      author: 1,
      featuredMedia: 0,
      categories: [],
      tags: [],
      sticky: false,
      template: '',
    };
    applyLine(tables, { set: [[`wordpress ${origin} posts`, '7', post]] });
    const [early, due] = [at('2027-03-02T08:59:59Z'), at('2027-03-02T09:00:00Z')];
    sandbox.tick?.(early);
    sandbox.tick?.(due);
    expect([postsOf(early).get('7')?.status, postsOf(due).get('7')?.status]).toEqual(['future', 'publish']);
  });
});

it('keeps the sites of two origins apart, and tells nobody its own address', async () => {
  const server = await sandboxFixture();
  const [acme, beta] = [siteOf(server), siteOf(server, 'https://beta.example')];
  await acme.call('POST', `${api}/posts`, { ...draft, status: 'publish' });
  const made = await beta.call('POST', `${api}/posts`, { ...draft, status: 'publish' });
  expect(made.json['link']).toBe('https://beta.example/spring/');
  expect(made.text).not.toContain(server.url);
  expect((await server.call('GET', '/wordpress/spring/')).status).toBe(200);
});
