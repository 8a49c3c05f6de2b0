import { describe, expect, it } from 'vitest';
import { createTransport } from '../../src/adapters/http/create-transport.ts';
import { json, type SandboxPart } from '../../src/sandbox/kit/index.ts';
import type { Answer } from '../../src/core/ports.ts';
import { sandboxFixture, type SandboxFixture } from '../support/sandbox-fixture.ts';

/** A platform without any key: what is posted is out. */
const board: SandboxPart = {
  id: 'board',
  routes: [
    {
      method: 'GET',
      path: '/notes',
      operation: 'read-notes',
      reads: true,
      handle: (_, store) => json(200, store.collection('notes').list()),
    },
    {
      method: 'POST',
      path: '/notes',
      operation: 'post',
      handle: ({ fields }, store) => {
        const id = String(store.next('notes'));
        store.collection('notes').put(id, fields);
        store.effect({ effect: 'live', key: typeof fields['key'] === 'string' ? fields['key'] : null, id });
        return json(201, { id });
      },
    },
  ],
};

const limits = { timeout: 300, maximumBytes: 10_000 };

function post(sandbox: SandboxFixture, timeout = limits.timeout): Promise<Answer> {
  const body = new TextEncoder().encode('{"key":"a1"}');
  const headers = { 'content-type': 'application/json' };
  const request = {
    platform: 'board',
    method: 'POST',
    origin: 'https://board.example',
    path: '/notes',
    headers,
    body,
  };
  return createTransport({ sandboxUrl: sandbox.url }).send(request, { ...limits, timeout });
}

describe('every fault', () => {
  it.each([
    ['timeout-before-effect', { is: 'no-answer' }, 0],
    ['timeout-after-effect', { is: 'no-answer' }, 1],
    ['reset-after-effect', { is: 'no-answer', why: 'the connection broke off' }, 1],
    ['500-before-effect', { is: 'answer', status: 500 }, 0],
    ['500-after-effect', { is: 'answer', status: 500 }, 1],
    ['429', { is: 'answer', status: 429, headers: { 'retry-after': '1' } }, 0],
    ['401', { is: 'answer', status: 401 }, 0],
    ['malformed', { is: 'answer', status: 201, text: '{"id":' }, 1],
    ['redirect', { is: 'answer', status: 307, headers: { location: '/board/notes' } }, 0],
  ])('%s: once, then all is well', async (kind, seen, effects) => {
    const sandbox = await sandboxFixture({ parts: [board] });
    await sandbox.fault({ platform: 'board', operation: 'post', kind });
    expect(await post(sandbox)).toMatchObject(seen);
    expect(await sandbox.effects()).toHaveLength(effects);
    expect(await post(sandbox)).toMatchObject({ is: 'answer', status: 201 });
    expect(await sandbox.effects()).toHaveLength(effects + 1);
  });

  it('slow: late, but an answer', async () => {
    const sandbox = await sandboxFixture({ parts: [board] });
    await sandbox.fault({ platform: 'board', operation: 'post', kind: 'slow', times: 2 });
    expect(await post(sandbox)).toMatchObject({ is: 'no-answer' });
    expect(await post(sandbox, 5000)).toMatchObject({ is: 'answer', status: 201 });
    expect(await sandbox.effects()).toHaveLength(2);
  });

  it('a redirect that is followed shows as an effect', async () => {
    const sandbox = await sandboxFixture({ parts: [board] });
    await sandbox.fault({ platform: 'board', kind: 'redirect' });
    await fetch(`${sandbox.url}/board/notes`, { method: 'POST', body: '{}' });
    expect(await sandbox.effects()).toHaveLength(1);
  });
});

describe('which call a fault meets', () => {
  it('spares calls that only read, unless it names one', async () => {
    const sandbox = await sandboxFixture({ parts: [board] });
    await sandbox.fault({ platform: 'board', operation: '*', kind: '401' });
    expect((await sandbox.call('GET', '/board/notes')).status).toBe(200);
    await sandbox.fault({ platform: 'board', operation: 'read-notes', kind: '401' });
    expect((await sandbox.call('GET', '/board/notes')).status).toBe(401);
    expect((await sandbox.call('POST', '/board/notes', {})).status).toBe(401);
  });

  it('counts down, and takes faults in the order in which they were asked for', async () => {
    const sandbox = await sandboxFixture({ parts: [board] });
    await sandbox.fault({ platform: 'board', operation: 'blog/post', kind: '429', times: 2 });
    await sandbox.fault({ kind: '401' });
    const statuses = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await sandbox.call('POST', '/board/notes', {})).status);
    expect(statuses).toEqual([429, 429, 401, 201]);
  });

  it.each([
    [{ kind: 'explode' }, 'kind is one of'],
    [{ platform: 'bored', kind: '401' }, 'platform is * or one of board'],
    [{ platform: 'board', operation: 'pots', kind: '401' }, 'operation is * or one of read-notes, post'],
    [{ kind: '401', times: 0 }, 'times is a number from 1'],
  ])('refuses %j with the words that exist', async (fault, message) => {
    const sandbox = await sandboxFixture({ parts: [board] });
    const answer = await sandbox.fault(fault);
    expect(answer.status).toBe(400);
    expect(answer.json['message']).toContain(message);
  });
});

it('shows two effects where a call is blindly repeated', async () => {
  const sandbox = await sandboxFixture({ parts: [board] });
  await post(sandbox);
  await post(sandbox);
  const [first, second] = await sandbox.effects();
  expect(first).toEqual({
    at: expect.any(String),
    platform: 'board',
    operation: 'post',
    effect: 'live',
    key: 'a1',
    id: '1',
    undone: false,
  });
  expect(second).toMatchObject({ key: 'a1', id: '2' });
});
