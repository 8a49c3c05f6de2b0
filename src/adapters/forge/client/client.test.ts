import { afterEach, describe, expect, it } from 'vitest';
import type { ForgeKind } from '../../../core/forge.ts';
import { canary, serveForge, type Answer, type Received, type ServedForge } from '../serve-for-test.ts';

const open: ServedForge[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.stop();
});

async function serve(
  answer: (request: Received, count: number) => Answer | undefined,
  kind: ForgeKind = 'github',
): Promise<ServedForge> {
  const served = await serveForge(kind, answer);
  open.push(served);
  return served;
}

const comment = (id: number): object => ({ id, html_url: 'https://forge.example/1', user: { id: 1, login: 'ines', type: 'User' }, body: 'x', created_at: '2027-02-21T15:10:00Z' }); // prettier-ignore
const page = (from: number, count: number): object[] => Array.from({ length: count }, (_, at) => comment(from + at));

describe('lists', () => {
  it('are read by the Link header to the last page', async () => {
    const { forge, asked } = await serve(({ path }) => {
      const at = Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
      const next = at < 3 ? { link: `<https://evil.example/?per_page=100&page=${at + 1}>; rel="next", <https://x/?page=3>; rel="last"` } : { link: '<https://x/?page=1>; rel="first"' }; // prettier-ignore
      return { body: page(at * 100, 100), headers: next };
    });
    const found = await forge.comments(7);
    expect(found).toMatchObject({ ok: true });
    expect(found.ok && found.value.map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, at) => at + 100));
    expect(asked).toEqual([
      'GET /repos/acme/shop/issues/7/comments?per_page=100',
      'GET /repos/acme/shop/issues/7/comments?per_page=100&page=2',
      'GET /repos/acme/shop/issues/7/comments?per_page=100&page=3',
    ]);
  });

  it('of a forge without that header end by a page that is not full', async () => {
    const { forge, asked } = await serve((_, count) => ({ body: page(count * 50, count === 2 ? 1 : 50) }), 'gitea');
    expect(await forge.comments(7)).toMatchObject({ ok: true, value: { length: 51 } });
    expect(asked).toEqual([
      'GET /api/v1/repos/acme/shop/issues/7/comments?limit=50',
      'GET /api/v1/repos/acme/shop/issues/7/comments?limit=50&page=2',
    ]);
  });

  it('go on after a short page where the forge counts more', async () => {
    const { forge } = await serve((_, count) => ({ body: page(count * 20, count === 3 ? 5 : 20), headers: { 'x-total-count': '45' } }), 'gitea'); // prettier-ignore
    expect(await forge.comments(7)).toMatchObject({ ok: true, value: { length: 45 } });
  });

  it.each([49, 50, 51, 120])('without pages, as comments on Gitea, are read once: %i', async (count) => {
    const { forge, received } = await serve(() => ({ body: page(1, count) }), 'gitea');
    expect(await forge.comments(7)).toMatchObject({ ok: true, value: { length: count } });
    // A page that is exactly full could be followed by another.
    expect(received).toHaveLength(count === 50 ? 2 : 1);
  });

  it('fail as a whole when a later page fails', async () => {
    const { forge } = await serve((_, count) => count === 1 ? { body: page(1, 100), headers: { link: '<https://x/?page=2>; rel="next"' } } : { status: 502 }); // prettier-ignore
    expect(await forge.reviews(7).then((found) => found.ok)).toBe(false);
  });

  it('fail where a link leads in a circle', async () => {
    const { forge, asked } = await serve(() => ({
      body: page(1, 100),
      headers: { link: '<https://x/?page=2>; rel="next"' },
    }));
    expect(await forge.comments(7)).toMatchObject({ ok: false, error: [{ code: 'forge/at-limit' }] });
    expect(asked).toHaveLength(2);
  });

  it('that reach what the forge lists at most are not known', async () => {
    const commit = (at: number): object => ({
      sha: String(at).padStart(40, '0'),
      parents: [],
      commit: { message: 'x' },
    });
    for (const [count, ok] of [
      [249, true],
      [250, false],
    ] as const) {
      // prettier-ignore
      const commits = Array.from({ length: count }, (_, at) => commit(at));
      const { forge } = await serve(({ path }) => {
        const at = Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
        return { body: commits.slice((at - 1) * 100, at * 100) };
      });
      expect(await forge.commits(7)).toMatchObject(ok ? { ok } : { ok, error: [{ code: 'forge/at-limit', message: expect.stringContaining('at most 250') }] }); // prettier-ignore
    }
  });
});

describe('asking again', () => {
  it.each<[string, Answer]>([
    ['a 500', { status: 500 }],
    ['a 503', { status: 503, body: '<html>' }],
    ['a reset', (response) => response.socket?.resetAndDestroy()],
    ['an answer that breaks off', (response) => (response.writeHead(200, { 'content-length': '100' }), response.write('['), void setImmediate(() => response.socket?.resetAndDestroy()))], // prettier-ignore
  ])('reads again after %s, twice at most', async (_, bad) => {
    const good = await serve((_request, count) => (count < 3 ? bad : { body: [] }));
    expect(await good.forge.comments(7)).toEqual({ ok: true, value: [] });
    expect(good.forge.requests).toBe(3);
    const never = await serve(() => bad);
    expect(await never.forge.comments(7)).toMatchObject({ ok: false, error: [{ code: 'forge/unreachable' }] });
    expect(never.received).toHaveLength(3);
    expect(Math.max(...never.waits)).toBeLessThan(2000);
  });

  it('never repeats a write whose fate is not known', async () => {
    const { forge, received } = await serve(() => (response) => response.socket?.resetAndDestroy());
    expect(await forge.updateComment(5, 'x')).toMatchObject({ ok: false, error: [{ code: 'forge/unknown-outcome' }] });
    expect(received).toHaveLength(1);
  });

  it('finds the comment again whose answer was lost', async () => {
    const made: object[] = [];
    const served = await serve(({ method, body }) => {
      if (method === 'GET') return { body: made };
      made.push({ ...comment(made.length + 1), body: body['body'] });
      return (response) => response.socket?.resetAndDestroy();
    });
    expect(await served.forge.createComment(7, 'hello')).toMatchObject({ ok: true, value: { id: 1, body: 'hello' } });
    expect(served.asked.map((line) => line.split(' ')[0])).toEqual(['POST', 'GET']);
  });

  it('sends once more what is not there', async () => {
    const served = await serve(({ method }, count) => (method === 'GET' ? { body: [] } : count === 1 ? { status: 502 } : { status: 201, body: comment(9) })); // prettier-ignore
    expect(await served.forge.createComment(7, 'x')).toMatchObject({ ok: true, value: { id: 9 } });
    expect(served.asked.map((line) => line.split(' ')[0])).toEqual(['POST', 'GET', 'POST']);
  });

  it('ends silence by a time-out', async () => {
    const served = await serve((_, count) => (count === 1 ? () => undefined : { body: [] }));
    expect(await served.forge.comments(7)).toEqual({ ok: true, value: [] });
    const silent = await serve(() => () => undefined);
    expect(await silent.forge.deleteComment(7)).toMatchObject({ ok: false, error: [{ code: 'forge/unknown-outcome', message: expect.stringContaining('no complete answer in time') }] }); // prettier-ignore
  });
});

describe('limits of requests', () => {
  const secondary = (headers: Record<string, string>, status = 403): Answer => ({ status, headers, body: { message: 'You have exceeded a secondary rate limit.' } }); // prettier-ignore

  it.each<[string, Answer, number]>([
    ['retry-after', secondary({ 'retry-after': '7' }), 7000],
    ['429', secondary({ 'retry-after': '30' }, 429), 30_000],
    ['reset', { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.parse('2027-02-21T15:00:20Z') / 1000) }, body: {} }, 20_000], // prettier-ignore
  ])('are waited for when they end soon: %s', async (_, limited, least) => {
    const { forge, waits } = await serve((_request, count) => (count === 1 ? limited : { body: [] }));
    expect(await forge.comments(7)).toEqual({ ok: true, value: [] });
    expect(waits).toEqual([expect.any(Number)]);
    expect(waits[0]).toBeGreaterThanOrEqual(least);
    expect(waits[0]).toBeLessThan(least + 500);
  });

  it.each<[string, Answer, string]>([
    ['too far off', secondary({ 'retry-after': '31' }), '2027-02-21T15:00:31.000Z'],
    ['not said', secondary({}), '2027-02-21T15:01:00.000Z'],
  ])('are told when they are %s', async (_, limited, until) => {
    const { forge, received } = await serve(() => limited);
    expect(await forge.comments(7)).toMatchObject({ ok: false, error: [{ code: 'forge/rate-limited', message: expect.stringContaining(until) }] }); // prettier-ignore
    expect(received).toHaveLength(1);
  });

  it('are not waited for by writes', async () => {
    const { forge, received } = await serve(() => secondary({ 'retry-after': '1' }));
    expect(await forge.updateComment(1, 'x')).toMatchObject({ ok: false, error: [{ code: 'forge/rate-limited' }] });
    expect(received).toHaveLength(1);
  });
});

describe('the token', () => {
  it('does not follow a redirect to another origin', async () => {
    const stranger = await serve(() => ({ body: [] }));
    const { forge } = await serve(() => ({ status: 302, headers: { location: `${stranger.origin}/x` } }));
    expect(await forge.comments(7)).toMatchObject({ ok: false, error: [{ code: 'forge/moved' }] });
    expect(stranger.received).toEqual([]);
  });

  it('follows one to the same origin, reading only, and counts it', async () => {
    const served = await serve(({ path }) => path.startsWith('/repos/') ? { status: 301, headers: { location: '/repositories/5/issues/7/comments' } } : { body: [] }); // prettier-ignore
    expect(await served.forge.comments(7)).toEqual({ ok: true, value: [] });
    expect(served.received[1]?.headers.authorization).toBe(`token ${canary}`);
    expect(served.forge.requests).toBe(2);
    expect(await served.forge.updateComment(1, 'x')).toMatchObject({ ok: false, error: [{ code: 'forge/moved' }] });
    expect(served.received).toHaveLength(3);
    const circle = await serve(({ path }) => ({ status: 302, headers: { location: path } }));
    expect(await circle.forge.comments(7)).toMatchObject({ ok: false, error: [{ code: 'forge/moved' }] });
  });

  it.each([400, 401, 403, 404, 409, 410, 422, 429, 500])(
    'is in no message of a %s, whatever the forge repeats',
    async (status) => {
      const echo = { message: `token ${canary}\u0000\n${canary}`, errors: [{ message: canary }, canary] };
      const { forge } = await serve(() => ({ status, body: echo }));
      const all = [await forge.comments(7), await forge.createComment(7, 'x'), await forge.updateComment(7, 'x'), await forge.whoAmI(), await forge.requestReviews(7, ['a', 'b']), await forge.setLabels(7, 'x', [{ name: 'x', color: '000000', description: '' }]), await forge.settings.repository()]; // prettier-ignore
      expect(JSON.stringify(all)).not.toContain(canary);
    },
  );

  it('is in no message when nothing answers', async () => {
    const served = await serve(() => undefined);
    await served.stop();
    open.length = 0;
    const answer = await served.forge.comments(7);
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'forge/unreachable', message: expect.stringContaining('nobody listens') }] }); // prettier-ignore
    expect(JSON.stringify(answer)).not.toContain(canary);
  });
});

describe('problems in words', () => {
  it.each([
    [401, 'forge/token-refused', 'does not accept the token'],
    [403, 'forge/forbidden', 'Resource not accessible'],
    [404, 'forge/not-found', 'does not find'],
    [409, 'forge/conflict', 'changed meanwhile'],
    [422, 'forge/refused', 'Resource not accessible'],
  ])('%s is %s', async (status, code, words) => {
    const { forge } = await serve(() => ({ status, body: { message: 'Resource not accessible by integration' } }));
    const answer = await forge.reviews(7);
    expect(answer).toMatchObject({ ok: false, error: [{ code, message: expect.stringContaining(words) }] });
    if (status === 403)
      expect(answer).toMatchObject({ error: [{ hint: expect.stringContaining('pull-requests: read') }] });
  });

  it.each([
    ['a page of HTML', '<html>sign in</html>'],
    ['an object', {}],
    ['null', 'null'],
    ['strangers', [{ id: 'x' }]],
  ])('%s is no list of reviews', async (_, body) => {
    // prettier-ignore
    const { forge } = await serve(() => ({ body }));
    expect(await forge.reviews(7)).toMatchObject({ ok: false, error: [{ code: 'forge/unexpected-answer' }] });
  });
});
