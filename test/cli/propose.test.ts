import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openRepository } from '../../src/adapters/git/open-repository.ts';
import { proposeExecution } from '../../src/cli/propose/propose-execution.ts';
import type { Proposed } from '../../src/cli/propose/types.ts';
import type { Repository } from '../../src/core/ports.ts';
import { finding } from '../../src/core/finding.ts';
import { GitFixture } from '../support/git-fixture.ts';

const spring = 'executions/acme/2027-03/spring';
const weekend = 'executions/acme/2027-03/weekend';
const manifest = (id: string): string => `version: 1\nid: ${id}\nsummary: "Spring is here." # first\nconsent: opt-in\n`;
const springId = '01JD8Q6C9V5Y3M7R2T4W8X0ZAB';

let fixture: GitFixture;
let repository: Repository | undefined;
let verdict: 'pass' | 'block' = 'pass';

afterEach(async () => {
  await repository?.close();
  fixture.remove();
  verdict = 'pass';
});

async function propose(...paths: string[]): Promise<Proposed | string[]> {
  const opened = await openRepository(fixture.folder);
  if (!opened.ok) throw new Error('no repository');
  repository = opened.value;
  const findings = verdict === 'block' ? [finding('command/not-set-up', { folder: '.' })] : [];
  const done = await proposeExecution(repository, {
    paths,
    cwd: fixture.folder,
    check: async () => ({ verdict, findings }),
  });
  return done.ok ? done.value : done.error.map(({ code }) => code);
}

async function proposed(...paths: string[]): Promise<Proposed> {
  const done = await propose(...paths);
  if (Array.isArray(done)) throw new Error(done.join());
  return done;
}

function start(options: { origin?: boolean } = {}): void {
  fixture = new GitFixture(options);
  fixture.commit('Begin', { 'README.md': 'hello\n', 'brands/acme/evidence/known.yaml': 'version: 1\n' });
  if (options.origin === true) fixture.git('push', '-q', 'origin', 'main');
  writeSpring();
}

function writeSpring(text = 'Hello\n'): void {
  fixture.write(`${spring}/execution.yaml`, manifest(springId));
  fixture.write(`${spring}/blog.md`, text);
}

const filesOf = (commit: string): string[] => fixture.git('diff', '--name-only', `${commit}^`, commit).split('\n');

describe.each([{ origin: false }, { origin: true }])('propose, origin: $origin', { timeout: 60_000 }, ({ origin }) => {
  it('makes one commit of exactly the folder on the default branch, and leaves everything else alone', async () => {
    start({ origin });
    fixture.git('checkout', '-q', '-b', 'elsewhere');
    fixture.write('README.md', 'my own work\n');
    fixture.write('staged.txt', 'staged\n');
    fixture.git('add', 'staged.txt');
    fixture.write('notes.txt', 'mine\n');
    const before = fixture.git('status', '--porcelain', '--untracked-files=all');
    const done = await proposed(spring);
    expect(done).toMatchObject({ branch: 'execution/acme/spring', pushed: origin, verdict: 'pass', url: null });
    expect(fixture.git('rev-parse', `${done.commit}^`, 'execution/acme/spring').split('\n')).toEqual([
      fixture.git('rev-parse', 'main'),
      done.commit,
    ]);
    expect(filesOf(done.commit)).toEqual([`${spring}/blog.md`, `${spring}/execution.yaml`]);
    expect(fixture.git('log', '-1', '--format=%an|%s|%b', done.commit)).toBe(
      'dana|Propose acme/spring|Spring is here.',
    );
    expect(fixture.git('status', '--porcelain', '--untracked-files=all')).toBe(before);
    expect(fixture.git('branch', '--show-current')).toBe('elsewhere');
    if (origin) expect(fixture.git('ls-remote', 'origin', 'execution/acme/spring')).toContain(done.commit);
  });

  it('follows a first proposal by a second commit, and repeats nothing', async () => {
    start({ origin });
    const first = await proposed();
    expect(await proposed()).toMatchObject({ commit: first.commit, isKnown: true });
    writeSpring('Hello again\n');
    fixture.write(`${spring}/image.txt`, 'new\n');
    const second = await proposed();
    expect(fixture.git('rev-parse', `${second.commit}^`)).toBe(first.commit);
    expect(filesOf(second.commit)).toEqual([`${spring}/blog.md`, `${spring}/image.txt`]);
    expect(fixture.git('log', '-1', '--format=%s', second.commit)).toBe('Change acme/spring');
  });
});

describe('propose', { timeout: 60_000 }, () => {
  it('proposes the one that changed, asks where several did, and passes over what is proposed already', async () => {
    start();
    expect(await proposed()).toMatchObject({ folder: spring });
    fixture.write(`${weekend}/execution.yaml`, manifest('01JD8Q6C9V5Y3M7R2T4W8X0ZAC'));
    expect(await proposed()).toMatchObject({ folder: weekend });
    writeSpring('Changed\n');
    fixture.write(`${weekend}/more.md`, 'Changed\n');
    expect(await propose()).toEqual(['command/several-executions']);
    expect(await proposed(join(spring, 'blog.md'))).toMatchObject({ folder: spring });
  });

  it('brings along new evidence that the execution names, and no other', async () => {
    start();
    fixture.write('brands/acme/evidence/opt-in.yaml', 'version: 1\n');
    fixture.write('brands/acme/evidence/other.yaml', 'version: 1\n');
    fixture.write('brands/acme/evidence/known.yaml', 'version: 2\n');
    expect(filesOf((await proposed()).commit)).toEqual([
      'brands/acme/evidence/opt-in.yaml',
      `${spring}/blog.md`,
      `${spring}/execution.yaml`,
    ]);
  });

  it('starts anew on a default branch that has moved on, whatever this checkout shows', async () => {
    start({ origin: true });
    fixture.git('checkout', '-q', '-b', 'other');
    fixture.git('commit', '-q', '--allow-empty', '-m', 'Somebody else');
    fixture.git('push', '-q', 'origin', 'other:main');
    fixture.git('checkout', '-q', 'main');
    const done = await proposed(spring);
    expect(fixture.git('rev-parse', `${done.commit}^`)).toBe(fixture.git('rev-parse', 'other'));
    expect(filesOf(done.commit)).toEqual([`${spring}/blog.md`, `${spring}/execution.yaml`]);
  });

  it('after its merge: nothing to propose, and a change is a new proposal on the default branch', async () => {
    start();
    const first = await proposed();
    fixture.git('clean', '-q', '-d', '--force');
    fixture.git('merge', '-q', '--no-ff', '-m', 'Merge', 'execution/acme/spring');
    expect(await propose()).toEqual(['command/nothing-to-propose']);
    expect(await propose(spring)).toEqual(['command/nothing-to-propose']);
    writeSpring('Second edition\n');
    const second = await proposed();
    expect(second.branch).toBe(first.branch);
    expect(fixture.git('rev-parse', `${second.commit}^`)).toBe(fixture.git('rev-parse', 'main'));
  });

  it('never overwrites a branch with other work on it', async () => {
    start({ origin: true });
    fixture.git('branch', 'execution/acme/spring');
    fixture.git('checkout', '-q', 'execution/acme/spring');
    fixture.git('commit', '-q', '--allow-empty', '-m', 'x');
    fixture.write('README.md', 'other work\n');
    fixture.git('commit', '-qam', 'Other work');
    fixture.git('checkout', '-q', 'main');
    const before = fixture.git('rev-parse', 'execution/acme/spring');
    expect(await propose()).toEqual(['command/branch-exists']);
    fixture.git('push', '-q', 'origin', 'execution/acme/spring');
    fixture.git('branch', '-q', '-D', 'execution/acme/spring');
    expect(await propose()).toEqual(['command/branch-exists']);
    expect(fixture.git('ls-remote', 'origin', 'execution/acme/spring')).toContain(before);
  });

  it('takes the same folder name with another id for other work', async () => {
    start();
    await proposed();
    fixture.write(`${spring}/execution.yaml`, manifest('01JD8Q6C9V5Y3M7R2T4W8X0ZAC'));
    expect(await propose()).toEqual(['command/branch-exists']);
  });

  it('works on the branch itself, which then shows no changes', async () => {
    start();
    await proposed();
    fixture.git('add', spring);
    fixture.git('checkout', '-q', 'execution/acme/spring');
    writeSpring('From the branch\n');
    const done = await proposed();
    expect(fixture.git('rev-parse', 'HEAD')).toBe(done.commit);
    expect(fixture.git('status', '--porcelain')).toBe('');
    expect(fixture.read(`${spring}/blog.md`)).toBe('From the branch\n');
  });

  it('what it says about afterwards holds: git add, then git pull', async () => {
    start({ origin: true });
    const done = await proposed();
    fixture.git('push', '-q', 'origin', `${done.commit}:main`);
    fixture.git('add', spring);
    fixture.git('pull', '-q', '--ff-only', 'origin', 'main');
    expect(fixture.git('status', '--porcelain')).toBe('');
  });

  it('proposes what the check blocks, and says so', async () => {
    start();
    verdict = 'block';
    expect(await proposed()).toMatchObject({ verdict: 'block', branch: 'execution/acme/spring' });
  });

  it('names what was not found', async () => {
    start();
    mkdirSync(join(fixture.folder, 'executions/acme/empty'), { recursive: true });
    expect(await propose('executions/acme/2027-03/sping')).toEqual(['command/not-found']);
    expect(await propose('executions/acme/empty')).toEqual(['command/no-execution']);
    expect(await propose('/etc')).toEqual(['command/not-found']);
    fixture.git('config', '--global', '--remove-section', 'user');
    expect(await propose(spring)).toEqual(['approval/no-user']);
  });

  it('changes nothing where origin does not answer or refuses', async () => {
    start({ origin: true });
    fixture.write('../origin.git/hooks/pre-receive', '#!/bin/sh\necho protected >&2\nexit 1\n');
    const { chmodSync } = await import('node:fs');
    chmodSync(join(fixture.origin, 'hooks/pre-receive'), 0o755);
    expect(await propose()).toEqual(['command/cannot-push']);
    expect(fixture.git('branch', '--list', 'execution/*')).toBe('');
    fixture.git('remote', 'set-url', 'origin', '/nowhere');
    expect(await propose()).toEqual(['git/unreachable']);
  });
});
