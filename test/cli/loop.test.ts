import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { BrandRepository } from '../support/brand-repository.ts';
import { sandboxFixture, type SandboxFixture } from '../support/sandbox-fixture.ts';

interface Run {
  readonly world: string;
  readonly executions: {
    id: string;
    executionId: string;
    path: string;
    state: string;
    reason?: string;
    steps: { id: string; state: string; operations: { id: string; state: string; receipt: unknown }[] }[];
  }[];
}

interface Checked {
  readonly executions: { executionId: string; digest: string }[];
}

let repository: BrandRepository;
let sandbox: SandboxFixture;

afterEach(() => repository.remove());

async function start(): Promise<void> {
  repository = await BrandRepository.make();
  sandbox = await sandboxFixture();
}

async function run(code = 0): Promise<Run> {
  const done = await repository.run(['run', '--sandbox', sandbox.url, '--format', 'json']);
  expect(done.code, done.stdout + done.stderr).toBe(code);
  return done.json<Run>();
}

const live = async (): Promise<string[]> =>
  (await sandbox.effects()).filter(({ effect }) => effect !== 'inert').map(({ operation }) => operation);

describe('from a template to the audience and back', { timeout: 60_000 }, () => {
  it('runs once, remembers it, obeys a freeze, and gives the JSON of the contract', async () => {
    await start();
    const { path, id } = await repository.approved('blog-and-email', 'Spring is here');
    const [first] = (await run()).executions;
    expect(first).toMatchObject({ id, path, state: 'SEALED', steps: [{ id: 'blog', state: 'DONE' }, { id: 'email' }] });
    expect(await live()).toEqual(['publish', 'schedule']);
    const status = await repository.succeed<Run>('status', '--sandbox', sandbox.url);
    expect(status).toMatchObject({ version: 1, executions: [{ id, state: 'SEALED' }], budget: expect.any(Array) });
    const log = await repository.succeed<{ entries: { kind: string }[] }>('log', id);
    expect(log).toMatchObject({ version: 1, executionId: first?.executionId });
    for (const key of ['sequence', 'at', 'kind', 'by', 'summary']) expect(log.entries[1]).toHaveProperty(key);
    expect(log.entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['AUTHORISED', 'CLAIMED', 'VERIFIED']));
    expect(await repository.succeed('audit', 'verify')).toMatchObject({ version: 1, verdict: 'intact' });

    const world = ['--sandbox', sandbox.url];
    await repository.succeed('freeze', '--reason', 'crisis', ...world);
    const held = { scope: 'all', reason: 'crisis', by: expect.stringContaining('dana') };
    expect(await repository.succeed('status', ...world)).toMatchObject({ frozen: [held] });
    expect((await repository.run(['status', ...world])).stdout).toMatch(/^FROZEN: all, by dana\S*: crisis\n/);
    const { path: later } = await repository.approved('blog', 'More news');
    const frozen = await repository.run(['run', ...world, '--once', '--format', 'json']);
    expect(frozen.json<Run>().executions.find((one) => one.path === later)?.state).not.toBe('SEALED');
    expect(await live()).toEqual(['publish', 'schedule']);
    await repository.succeed('unfreeze', '--reason', 'over', ...world);
    expect(await repository.succeed('status', ...world)).toMatchObject({ frozen: [] });
    const both = (await run()).executions;
    expect(both.map(({ state }) => state)).toEqual(['SEALED', 'SEALED']);
    expect(await live()).toEqual(['publish', 'schedule', 'publish']);
  });

  it('refuses what was changed by one byte after the approval, until somebody approves it again', async () => {
    await start();
    const { path } = await repository.approved('blog', 'Prices');
    repository.write(`${path}/blog.md`, 'Another text\n');
    repository.commit('Tidy up');
    expect((await run(1)).executions).toMatchObject([{ state: 'REFUSED' }]);
    expect(await sandbox.effects()).toEqual([]);
    repository.git('branch', 'again');
    repository.become('ines');
    await repository.succeed('approve', 'again');
    expect((await run()).executions).toMatchObject([{ state: 'SEALED' }]);
  });
});

describe('approve by its command', { timeout: 60_000 }, () => {
  it('merges at origin, on trust, and says what was approved', async () => {
    repository = await BrandRepository.make({ origin: true });
    const { path } = await repository.succeed<{ path: string }>('new', 'blog', '--name', 'News');
    const proposed = await repository.succeed<{ branch: string }>('propose');
    const pushed = { version: 1, branch: 'execution/acme/news', pushed: true, verdict: 'pass', path };
    expect(proposed).toMatchObject(pushed);
    const { executions } = await repository.succeed<Checked>('check', path);
    repository.become('ines');
    const approved = await repository.succeed<{ merge: string }>('approve', proposed.branch);
    const [{ executionId, digest } = { executionId: '', digest: '' }] = executions;
    expect(approved).toMatchObject({ version: 1, approved: [{ executionId, digest }], trust: 'on-trust' });
    expect(repository.git('ls-remote', 'origin', 'main')).toContain(approved.merge);
  });

  it('gives a branch that was rebased between check and approval the same digest', async () => {
    repository = await BrandRepository.make();
    await repository.succeed('new', 'blog', '--name', 'News');
    const { branch } = await repository.succeed<{ branch: string }>('propose');
    const before = await repository.succeed<Checked>('check');
    repository.git('clean', '-qdf');
    repository.git('commit', '-q', '--allow-empty', '-m', 'Elsewhere');
    repository.git('checkout', '-q', branch);
    repository.git('rebase', '-q', 'main');
    repository.git('checkout', '-q', 'main');
    repository.become('ines');
    const { approved } = await repository.succeed<{ approved: { digest: string }[] }>('approve', branch);
    expect(approved[0]?.digest).toBe(before.executions[0]?.digest);
  });

  it('refuses what the check blocks, an amount that nobody restated, and a branch that is none', async () => {
    repository = await BrandRepository.make();
    const { path } = await repository.succeed<{ path: string }>('new', 'email', '--name', 'News');
    repository.replace(`${path}/email.md`, /\[Unsubscribe\].*/, '');
    const blocked = await repository.succeed<{ branch: string }>('propose');
    expect(blocked).toMatchObject({ verdict: 'block' });
    repository.become('ines');
    expect(await repository.refusals('approve', blocked.branch)).toEqual(['legal/unsubscribe-link']);
    expect(await repository.refusals('approve', 'nothing')).toEqual(['git/unknown-reference']);
    const said = await repository.run(['approve', blocked.branch]);
    expect(said.stderr).toContain('email.md');
    expect(said.stderr).toContain('legal/unsubscribe-link');
  });
});

describe('every command', { timeout: 60_000 }, () => {
  it('takes --repo from anywhere, and paths from the top of that repository', async () => {
    repository = await BrandRepository.make();
    const elsewhere = (...words: string[]) => commandLine([...words, '--repo', repository.folder], { cwd: '/' });
    const made = await elsewhere('new', 'blog', '--name', 'News', '--format', 'json');
    const { path } = made.json<{ path: string }>();
    expect((await elsewhere('check', path, '--format', 'json')).json()).toMatchObject({ verdict: 'pass' });
    expect((await elsewhere('propose', path, '--format', 'json')).json()).toMatchObject({
      branch: 'execution/acme/news',
    });
    const here = await commandLine(['propose', '.', '--format', 'json'], { cwd: join(repository.folder, path) });
    expect(here.json()).toMatchObject({ path });
  });

  it('refuses to work outside of a repository, in words', async () => {
    repository = new BrandRepository();
    for (const words of [
      ['check'], ['new', 'blog'], ['propose'], ['approve', 'x'], ['run'], ['status'], ['log', 'x'], ['audit', 'verify'],
      ['plan', 'x'], ['preview', 'x'], ['freeze'], ['freeze', '--reason', 'x'], ['unfreeze'],
    ]) {
      const done = await commandLine(words, { cwd: repository.root });
      expect(done, words.join(' ')).toMatchObject({ code: 1, stdout: '' });
      expect(done.stderr).toContain('git/no-repository');
    }
    const nowhere = await commandLine(['check', '--repo', 'nowhere'], { cwd: repository.root });
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('git/no-repository') });
    expect(await repository.refusals('freeze', '--scope', 'everything', '--reason', 'x')).toEqual([
      'execution/unknown-scope',
    ]);
  }); // prettier-ignore
});
