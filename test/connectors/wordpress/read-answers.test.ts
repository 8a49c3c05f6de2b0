import { describe, expect, it } from 'vitest';
import { compareEntry } from '../../../src/connectors/wordpress/compare-entry.ts';
import { connector } from '../../../src/connectors/wordpress/index.ts';
import { updateEntry } from '../../../src/connectors/wordpress/operations/update-entry.ts';
import { readFailure } from '../../../src/connectors/wordpress/read-failure.ts';
import type { ReadClient } from '../../../src/core/contract.ts';
import type { Answer } from '../../../src/core/ports.ts';
import type { Connection } from '../../../src/generated/types/plan.ts';

const connection: Connection = { name: 'site', platform: 'wordpress', account: 'editor', origin: 'https://acme.example', secrets: {}, settings: {}, test: false }; // prettier-ignore

function answer(status: number, body: unknown, headers = {}): Answer & { is: 'answer' } {
  return { is: 'answer', status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

describe('failures', () => {
  it.each([
    [401, { code: 'rest_cannot_create', message: 'Sorry.' }, 'platform/wrong-credentials'],
    [403, { code: 'rest_cannot_edit', message: 'Sorry, you may not.' }, 'platform/missing-permission'],
    [403, '<html>Access denied by Wordfence</html>', 'platform/blocked-by-site'],
    [400, { code: 'rest_invalid_param', message: 'Invalid parameter(s): status' }, 'platform/rejected'],
    [500, { code: 'rest_upload_sideload_error', message: 'No.' }, 'platform/rejected'],
  ])('%i %j is a definite no: %s', (status, body, code) => {
    expect(readFailure(answer(status, body), { connection }, 'create the draft')).toMatchObject({
      is: 'refused',
      finding: { code },
    });
  });

  it.each([
    [500, { code: 'internal_server_error', message: 'Critical error' }],
    [503, '<html>Briefly unavailable for maintenance</html>'],
    [200, '<html>Checking your browser</html>'],
    [301, ''],
  ])('%i %j may have happened', (status, body) => {
    expect(readFailure(answer(status, body), { connection }, 'create the draft').is).toBe('unknown');
  });

  it.each<[Answer, string]>([
    [answer(429, {}), 'platform/unreachable'],
    [answer(503, ''), 'platform/unreachable'],
    [answer(200, '<html>Checking your browser</html>'), 'platform/unreachable'],
    [{ is: 'no-answer', why: 'no answer in 30 s' }, 'platform/unreachable'],
    [answer(403, {}), 'platform/rejected'],
    [answer(404, {}), 'platform/rejected'],
  ])('a post that cannot be read before it is changed: %j gives %s', async (reply, code) => {
    const read = { get: () => Promise.resolve(reply) } as unknown as ReadClient;
    const request = { method: 'POST', path: '/wp-json/wp/v2/posts/7', headers: {} };
    const before = await updateEntry.capture?.({} as never, request, read, {} as never);
    expect(before).toMatchObject({ ok: false, error: [{ code }] });
  });

  it('waits as long as the site asks', () => {
    expect(readFailure(answer(429, {}, { 'retry-after': '7' }), { connection }, 'x')).toEqual({ is: 'throttled', seconds: 7 }); // prettier-ignore
  });
});

describe('the account', () => {
  const capabilities = Object.fromEntries(['edit_others_posts', 'edit_pages', 'edit_published_posts', 'manage_categories', 'publish_posts', 'upload_files'].map((name) => [name, true])); // prettier-ignore
  const asks = (reply: Answer): ReturnType<typeof connector.preflight> =>
    connector.preflight({ get: () => Promise.resolve(reply) } as unknown as ReadClient, connection);

  it('is an editor', async () => {
    expect(await asks(answer(200, { id: 3, username: 'editor', capabilities }))).toEqual({ ok: true, value: { user: 'editor' } }); // prettier-ignore
  });

  it.each<[string, Answer, string]>([
    ['nobody knows', answer(401, { code: 'rest_not_logged_in' }), 'platform/wrong-credentials'],
    ['may only write for itself', answer(200, { id: 4, capabilities: { ...capabilities, edit_others_posts: false } }), 'platform/missing-permission'], // prettier-ignore
    ['stands behind a wall', answer(200, '<html></html>'), 'platform/blocked-by-site'],
    ['cannot be asked', { is: 'no-answer', why: 'the connection broke off' }, 'platform/unreachable'],
    ['breaks down', answer(502, ''), 'platform/unreachable'],
  ])('that %s is refused', async (_, reply, code) => {
    expect(await asks(reply)).toMatchObject({ ok: false, error: [{ code }] });
  });

  it('signs in with its name and password, umlauts included', () => {
    const { authorization } = connector.credentials({ ...connection, account: 'jürgen' }, { password: 'a b' });
    expect(Buffer.from(authorization!.replace('Basic ', ''), 'base64').toString('utf8')).toBe('jürgen:a b');
  });
});

describe('comparing', () => {
  const entry = { id: '1', status: 'draft', slug: 's', link: '', title: 'T', content: '<p>x</p>', excerpt: '', categories: [2, 3], tags: [], image: 7 }; // prettier-ignore

  it('is blind to what WordPress does to everybody', () => {
    const link = '<a href="https://x.example" target="_blank"';
    const kept = { ...entry, content: `${link} rel="noopener">x</a>` };
    expect(compareEntry({ title: ' T ', content: `${link}>x</a>`, categories: [3, 2], featured_media: 7 }, kept)).toEqual([]); // prettier-ignore
    const follow = { ...entry, content: `${link} rel="nofollow noopener">x</a>` };
    expect(compareEntry({ content: `${link} rel="nofollow">x</a>` }, follow)).toEqual([]);
  });

  it('names everything that is not as it was sent', () => {
    const sent = { title: 'A & B', content: '<script>1</script>', excerpt: 'E', slug: 't', categories: [2], tags: [4], featured_media: 0 }; // prettier-ignore
    expect(compareEntry(sent, entry)).toEqual(['the title', 'the content', 'the excerpt', 'the address', 'the categories', 'the tags', 'the image']); // prettier-ignore
  });

  it('lets open places be anything, and nothing else', () => {
    const place = { from: 'step', of: 'a', name: 'url', type: 'url', encode: 'html' } as const;
    const content = { $parts: ['<p>See ', place, '.</p>'] };
    expect(compareEntry({ content }, { ...entry, content: '<p>See https://a.example/?x&amp;y.</p>' })).toEqual([]);
    expect(compareEntry({ content }, { ...entry, content: '<p>Look at https://a.example/.</p>' })).toEqual(['the content']); // prettier-ignore
  });
});
