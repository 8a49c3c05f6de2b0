import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitFixture } from '../../../test/support/git-fixture.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { planForTest } from '../../authorize/plan-for-test.ts';
import type { Repository } from '../../core/ports.ts';
import { logPath } from '../../journal/names.ts';
import { readMemory } from './read-memory.ts';

const id = '01JD8Q6C9V5Y3M7R2T4W8X0ZAB';
const folder = 'executions/acme/2027-03/spring';
const identity = { brand: 'acme', id, generation: 1, folder };

let fixture: GitFixture;
let repository: Repository;

beforeEach(async () => {
  fixture = new GitFixture();
  fixture.commit('Begin', { [`${folder}/execution.yaml`]: 'id: x\n' });
  const opened = await openRepository(fixture.folder);
  if (!opened.ok) throw new Error('no repository');
  repository = opened.value;
});
afterEach(async () => {
  await repository.close();
  fixture.remove();
});

/** Writes files as the only commit of a ref, or as its next one. */
function writeRef(ref: string, files: Readonly<Record<string, string>>): void {
  fixture.git('checkout', '-q', '--orphan', 'scratch');
  fixture.git('rm', '-rqf', '.');
  fixture.commit('Write', files);
  fixture.git('update-ref', ref, 'scratch');
  fixture.git('checkout', '-q', '-f', 'main');
  fixture.git('branch', '-qD', 'scratch');
}

const log = (changes: object = {}) =>
  JSON.stringify({
    version: 1,
    id,
    generation: 1,
    brand: 'acme',
    digest: 'mc1:sha256:as-it-ran',
    folder: fixture.git('rev-parse', `main:${folder}`),
    ...changes,
  });
const read = async (isChanged = false) =>
  readMemory(repository, { tree: repository.at(fixture.git('rev-parse', 'main')), isChanged: () => isChanged });

describe('what ran', () => {
  it('is nothing where there is no log', async () => {
    const memory = await read();
    expect([memory.hasLog, await memory.ran(identity)]).toEqual([false, { ok: true, value: null }]);
  });

  it.each(['refs/heads/mergecast/log', 'refs/remotes/origin/mergecast/log', 'refs/mergecast/mirror/log'])(
    'is found in %s',
    async (ref) => {
      writeRef(ref, { [logPath('acme', id, 1)]: log() });
      const memory = await read();
      expect(memory.hasLog).toBe(true);
      expect(await memory.ran(identity)).toMatchObject({ value: { digest: 'mc1:sha256:as-it-ran', brand: 'acme', isSameFolder: true } }); // prettier-ignore
      expect(await memory.ran({ ...identity, generation: 2 })).toEqual({ ok: true, value: null });
    },
  );

  it('is found under whichever brand it ran for', async () => {
    writeRef('refs/heads/mergecast/log', { [logPath('other', id, 1)]: log({ brand: 'other' }) });
    expect(await (await read()).ran(identity)).toMatchObject({ value: { brand: 'other' } });
  });

  it('is another folder as soon as a byte was changed', async () => {
    writeRef('refs/heads/mergecast/log', { [logPath('acme', id, 1)]: log() });
    expect(await (await read(true)).ran(identity)).toMatchObject({ value: { isSameFolder: false } });
    fixture.commit('Change', { [`${folder}/execution.yaml`]: 'id: y\n' });
    expect(await (await read()).ran(identity)).toMatchObject({ value: { isSameFolder: false } });
  });

  it('is never passed over where it cannot be read', async () => {
    writeRef('refs/heads/mergecast/log', { [logPath('acme', id, 1)]: '{"version":1' });
    expect(await (await read()).ran(identity)).toMatchObject({ ok: false, error: [{ code: 'journal/log-unreadable', severity: 'cannot-verify' }] }); // prettier-ignore
  });
});

describe('what is reserved', () => {
  const reserve = (execution: string, minor: number, kind = 'RESERVE') =>
    JSON.stringify({ world: 'live', body: { kind, execution, month: '2027-03', minor, currency: 'EUR' } });
  const plan = planForTest({
    schedule: { at: '2027-03-02T08:00:00Z', wall: '2027-03-02T09:00', timezone: 'Europe/Berlin', tolerance: 'PT2H' },
    steps: [{ spend: { total: { minor: 1000, currency: 'EUR' } } }],
  });

  it('is what others have in the month, less what they gave back', async () => {
    const ref = 'refs/heads/mergecast/budget/acme/2027-03';
    fixture.git('checkout', '-q', '--orphan', 'scratch');
    for (const entry of [reserve('one', 500), reserve('two', 300), reserve('own', 700), reserve('one', 100, 'RELEASE')])
      fixture.commit('Entry', { 'entry.json': entry });
    fixture.git('update-ref', ref, 'scratch');
    expect(await (await read()).reserved(plan, 'own')).toEqual({ ok: true, value: [{ minor: 700, currency: 'EUR' }] });
  });

  it('is unknown where the ledger cannot be read', async () => {
    writeRef('refs/heads/mergecast/budget/acme/2027-03', { 'entry.json': 'nope' });
    expect(await (await read()).reserved(plan, 'own')).toMatchObject({ ok: false });
  });
});
