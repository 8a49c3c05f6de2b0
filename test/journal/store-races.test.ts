import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJournalStore } from '../../src/adapters/git/journal-store.ts';
import type { JournalStore } from '../../src/core/journal-port.ts';
import { GitFixture } from '../support/git-fixture.ts';

const ref = 'refs/heads/mergecast/x/ab/abcd';
const prefix = 'refs/heads/mergecast/';
let repository: GitFixture;

beforeEach(() => {
  repository = new GitFixture({ origin: true });
  repository.commit('Start', { 'a.txt': 'a\n' });
  repository.git('push', '-q', 'origin', 'main');
});

afterEach(() => repository.remove());

/** Several processes, each with a clone of its own, that push one entry behind the same tip at the same moment. */
async function race(writers: number, text: (index: number) => string, expected: string | null): Promise<string[]> {
  const script = join(import.meta.dirname, '../support/run-push-entry.ts');
  const children = Array.from({ length: writers }, (_, index) => {
    const folder = join(repository.root, `clone-${index}`);
    repository.git('clone', '-q', repository.origin, folder);
    const words = ['--import', 'tsx', script, folder, ref, text(index), expected ?? ''];
    return spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  });
  // Each says when it is ready; then all are let go together.
  const lines = await Promise.all(children.map(({ stdout }) => firstWord(stdout)));
  expect(lines).toEqual(lines.map(() => 'ready'));
  for (const { stdin } of children) stdin.end('go\n');
  return Promise.all(children.map(({ stdout }) => firstWord(stdout)));
}

function firstWord(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => stream.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));
}

async function store(): Promise<JournalStore & { close(): Promise<void> }> {
  return openJournalStore({ directory: repository.folder, remote: 'origin', prefix, branch: 'main' });
}

it(
  'lets exactly one of several processes create a ref, and the others know that they lost',
  { timeout: 60_000 },
  async () => {
    const first = await race(5, (index) => `{"claim":${index}}`, null);
    expect(first.toSorted()).toEqual(['lost', 'lost', 'lost', 'lost', 'ok']);
    const tip = repository.git('ls-remote', 'origin', ref).slice(0, 40);
    const journal = await store();
    await journal.refresh();
    expect(await journal.chain(tip)).toEqual([{ commit: tip, text: `{"claim":${first.indexOf('ok')}}` }]);
    await journal.close();
  },
);

it('would let two equal claims both win, which is why every entry carries a nonce', async () => {
  const journal = await store();
  const equal = await Promise.all(['one', 'two'].map(() => journal.write('{"claim":"same"}', '0 CLAIMED', null)));
  const other = await journal.write('{"claim":"same","nonce":"2"}', '0 CLAIMED', null);
  expect(equal[0]).toBe(equal[1]);
  const push = (next: string | undefined) => journal.push([{ ref, expect: null, next: next ?? '' }]);
  expect(await push(equal[0])).toEqual({ is: 'ok' });
  // The very same commit: the store says "up to date", and a second runner would believe that it won.
  expect(await push(equal[1])).toEqual({ is: 'ok' });
  expect(await push(other)).toEqual({ is: 'lost' });
  await journal.close();
});

it('moves all refs or none, and tells a stale tip from a store that is gone', async () => {
  const journal = await store();
  const [a, b] = [await journal.write('{"n":1}', '0 A', null), await journal.write('{"n":2}', '0 B', null)];
  const second = 'refs/heads/mergecast/budget/acme/2027-03';
  expect(await journal.push([{ ref, expect: null, next: a }])).toEqual({ is: 'ok' });
  const both = [{ ref: second, expect: null, next: b }, { ref, expect: null, next: b }]; // prettier-ignore
  expect(await journal.push(both)).toEqual({ is: 'lost' });
  await journal.refresh();
  expect([...(await journal.tips(prefix)).keys()]).toEqual([ref]);
  expect(journal.pushes).toBe(2);
  repository.git('remote', 'set-url', 'origin', join(repository.root, 'nowhere'));
  expect(await journal.push([{ ref: second, expect: null, next: b }])).toMatchObject({ is: 'unknown' });
  expect(await journal.refresh()).toMatchObject({ ok: false });
  await journal.close();
});
