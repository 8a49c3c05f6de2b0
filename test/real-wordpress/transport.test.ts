import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTransport } from '../../src/adapters/http/create-transport.ts';
import type { Answer } from '../../src/core/ports.ts';
import { startWordpress, unavailable, type WordPress } from './wordpress-server.ts';

const api = '/wp-json/wp/v2/posts';

describe.skipIf(unavailable !== null)('how a real WordPress fails', () => {
  let wordpress: WordPress;
  beforeAll(() => {
    wordpress = startWordpress();
  }, 60_000);
  afterAll(() => wordpress.stop());

  function create(slug: string, timeout = 10_000): Promise<Answer> {
    const authorization = `Basic ${Buffer.from(wordpress.password('editor')).toString('base64')}`;
    const body = new TextEncoder().encode(
      JSON.stringify({ title: 'T', slug, status: 'draft', tags: [], content: 'x' }),
    );
    const headers = { authorization, 'content-type': 'application/json' };
    return createTransport({}).send(
      { platform: 'wordpress', test: true, method: 'POST', origin: wordpress.url, path: api, headers, body },
      { timeout, maximumBytes: 1_000_000 },
    );
  }

  function read(): Promise<Answer> {
    const request = {
      platform: 'wordpress',
      test: true,
      method: 'GET',
      origin: wordpress.url,
      path: api,
      headers: {},
    };
    return createTransport({}).send(request, { timeout: 1000, maximumBytes: 1_000_000 });
  }

  async function found(slug: string): Promise<number> {
    const { text } = await wordpress.call('GET', `${api}?slug=${slug}&status=any`);
    return (JSON.parse(text) as unknown[]).length;
  }

  it.each([
    ['before drop', 0],
    ['after drop', 1],
    ['during drop', 1],
  ])('%s: no answer, and only a look-up tells', async (fault, posts) => {
    const slug = fault.replace(' ', '-');
    wordpress.fault(fault);
    expect(await create(slug)).toEqual({ is: 'no-answer', why: 'the connection broke off' });
    expect(await found(slug)).toBe(posts);
  });

  it.each([
    ['before kill', 0],
    ['during kill', 1],
    ['after kill', 1],
  ])('%s: no answer, then nobody there, and after a restart the look-up tells', async (fault, posts) => {
    const slug = fault.replace(' ', '-');
    wordpress.fault(fault);
    expect(await create(slug)).toEqual({ is: 'no-answer', why: 'the connection broke off' });
    await expect.poll(read, { timeout: 5000 }).toEqual({ is: 'not-sent', why: 'nobody listens there' });
    wordpress.restart();
    expect(await found(slug)).toBe(posts);
  });

  it('a maintenance page: an answer that is no success', async () => {
    wordpress.fault('before status 503 7');
    expect(await create('busy')).toMatchObject({
      is: 'answer',
      status: 503,
      headers: { 'retry-after': '7' },
      text: expect.stringContaining('<'),
    });
    expect(await found('busy')).toBe(0);
  });

  it('silence: the time-out ends it, and the post is there later', async () => {
    wordpress.fault('after sleep 2');
    expect(await create('slow', 500)).toEqual({ is: 'no-answer', why: 'no complete answer within 500 ms' });
    expect(await found('slow')).toBe(1);
  });
});
