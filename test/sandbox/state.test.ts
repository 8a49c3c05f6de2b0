import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { caller, sandboxFixture } from '../support/sandbox-fixture.ts';

const program = new URL('../support/run-sandbox.ts', import.meta.url).pathname;
const message = {
  channel: 'C1',
  text: 'Spring is here',
  metadata: { event_type: 'x', event_payload: { key: 'ab'.repeat(10) } },
};
const children: ChildProcess[] = [];
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mergecast-state-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function spawnSandbox(
  file: string,
): Promise<{ child: ChildProcess; first: Record<string, unknown>; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, file], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const first = JSON.parse(line) as Record<string, unknown>;
  return { child, first, url: String(first['url']) };
}

describe('a process of its own', () => {
  it('keeps effects, faults and instance over SIGKILL, and ends cleanly when told', { timeout: 20_000 }, async () => {
    const file = join(folder, 'state.ndjson');
    const before = await spawnSandbox(file);
    expect(before.first).toEqual({
      version: 1,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      instance: expect.any(String),
      pid: before.child.pid,
      state: file,
    });
    const old = caller(before.url);
    await old.fault({ platform: 'slack', operation: 'delete', kind: '401' });
    await old.fault({ platform: 'slack', operation: 'post', kind: 'timeout-after-effect', times: 2 });
    const hanging = old.call('POST', '/slack/api/chat.postMessage', message).catch((error: unknown) => error);
    await expect.poll(() => old.effects(), { interval: 20 }).toHaveLength(1);
    before.child.kill('SIGKILL');
    expect(await hanging).toBeInstanceOf(Error);
    const after = await spawnSandbox(file);
    const { call, effects } = caller(after.url);
    expect(after.first['instance']).toBe(before.first['instance']);
    expect(await effects()).toMatchObject([
      { platform: 'slack', operation: 'post', effect: 'live', key: 'ab'.repeat(10) },
    ]);
    expect(JSON.parse((await call('GET', '/_sandbox/faults')).text)).toMatchObject([
      { operation: 'delete', times: 1 },
      { operation: 'post', times: 1 },
    ]);
    after.child.kill('SIGTERM');
    expect(await once(after.child, 'exit')).toEqual([0, null]);
  });
});

describe('the state file', () => {
  it('ignores a last line that was cut off, and goes on behind the one before', async () => {
    const stateFile = join(folder, 'state.ndjson');
    const first = await sandboxFixture({ stateFile });
    await first.call('POST', '/slack/api/chat.postMessage', message);
    await first.close();
    const whole = await readFile(stateFile, 'utf8');
    await appendFile(stateFile, whole.trimEnd().split('\n').at(-1)!.slice(0, -20));
    const second = await sandboxFixture({ stateFile });
    expect(await second.effects()).toHaveLength(1);
    await second.call('POST', '/slack/api/chat.postMessage', message);
    await second.close();
    const third = await sandboxFixture({ stateFile });
    expect(third.instance).toBe(first.instance);
    expect((await third.effects()).map(({ id }) => id.split('.')[1])).toEqual(['000001', '000002']);
  });

  it.each(['my notes\n', 'my notes', '{"a":1}\n'])('is refused where it is something else: %j', async (notes) => {
    const stateFile = join(folder, 'notes.txt');
    await writeFile(stateFile, notes);
    const started = await startSandbox({ stateFile });
    expect(started).toMatchObject({
      ok: false,
      error: [{ code: 'sandbox/bad-state', message: expect.stringContaining('Line 1') }],
    });
    expect(await readFile(stateFile, 'utf8')).toBe(notes);
  });

  it('says why it cannot be opened', async () => {
    expect(await startSandbox({ stateFile: folder })).toMatchObject({
      ok: false,
      error: [{ code: 'sandbox/state-unusable' }],
    });
  });
});

it('begins anew with another instance, also after a restart', async () => {
  const stateFile = join(folder, 'state.ndjson');
  const first = await sandboxFixture({ stateFile });
  await first.fault({ kind: '401' });
  await first.call('POST', '/slack/api/chat.postMessage', message);
  await first.call('POST', '/slack/api/chat.postMessage', message);
  const { json } = await first.call('POST', '/_sandbox/reset');
  expect(json['instance']).not.toBe(first.instance);
  expect(await first.effects()).toEqual([]);
  await first.close();
  const second = await sandboxFixture({ stateFile });
  expect((await second.call('GET', '/_sandbox')).json).toMatchObject({
    version: 1,
    instance: json['instance'],
  });
  expect(await second.effects()).toEqual([]);
});

it('says that a port is taken', async () => {
  const first = await sandboxFixture();
  const port = Number(new URL(first.url).port);
  const second = await startSandbox({ port, stateFile: join(folder, 'other.ndjson') });
  expect(second).toMatchObject({ ok: false, error: [{ code: 'sandbox/port-taken' }] });
});
