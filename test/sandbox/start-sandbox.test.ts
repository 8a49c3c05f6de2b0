import { expect, it } from 'vitest';
import type { SandboxPart } from '../../src/sandbox/kit/index.ts';
import { sandboxFixture } from '../support/sandbox-fixture.ts';

it('says which instance it is, and what its platforms can do', async () => {
  const server = await sandboxFixture();
  const { json } = await server.call('GET', '/_sandbox');
  expect(json).toMatchObject({
    version: 1,
    instance: server.instance,
    platforms: { slack: expect.arrayContaining(['post', 'delete']) },
  });
});

it.each([
  ['/nowhere/x', 'The platforms here are'],
  ['/_sandbox/nothing', 'The sandbox has no GET'],
  ['/_sandbox/slack/lists', 'The sandbox has no GET'],
])('answers %s with words', async (path, message) => {
  const server = await sandboxFixture();
  const { status, json } = await server.call('GET', path);
  expect([status, json['message']]).toEqual([404, expect.stringContaining(message)]);
});

it('keeps nothing of a call in which a stand-in itself failed, and says so', async () => {
  const broken: SandboxPart = {
    id: 'broken',
    routes: [
      {
        method: 'POST',
        path: '/x',
        operation: 'x',
        handle: (_, store) => {
          store.effect({ effect: 'live', key: null, id: '1' });
          throw new Error('oh');
        },
      },
    ],
  };
  const server = await sandboxFixture({ parts: [broken] });
  expect(await server.call('POST', '/broken/x')).toMatchObject({
    status: 500,
    json: { message: 'The sandbox itself failed: Error: oh' },
  });
  expect(await server.effects()).toEqual([]);
});

it('loses nothing of what many send at once', async () => {
  const server = await sandboxFixture();
  const posts = Array.from({ length: 40 }, () =>
    server.call('POST', '/wordpress/wp-json/wp/v2/posts', { title: 'T', slug: 'race', status: 'publish' }),
  );
  const slugs = (await Promise.all(posts)).map(({ json }) => json['slug']);
  expect(new Set(slugs).size).toBe(40);
  expect(await server.effects()).toHaveLength(40);
});
