import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePrivateKey, signerFrom } from '../../src/adapters/keys/ed25519.ts';
import { canonicalJson } from '../../src/core/canonical.ts';
import { hashOfEntry, signEntry, type Entry } from '../../src/journal/entry.ts';
import { BrandRepository } from '../support/brand-repository.ts';
import { sandboxFixture, type SandboxFixture } from '../support/sandbox-fixture.ts';

interface Audit {
  readonly verdict: string;
  readonly firstBroken?: { readonly ref: string; readonly commit: string; readonly code: string };
  readonly broken?: readonly { readonly ref: string; readonly code: string }[];
}

const prefix = 'refs/heads/mergecast-sandbox/';
let repository: BrandRepository;
let sandbox: SandboxFixture;
let executionId: string;

beforeEach(async () => {
  repository = await BrandRepository.make();
  sandbox = await sandboxFixture();
  await repository.approved('blog', 'News');
  const { executions } = await repository.succeed<{ executions: { executionId: string }[] }>('run', ...world());
  executionId = executions[0]?.executionId ?? '';
});

afterEach(() => repository.remove());

const world = (): string[] => ['--sandbox', sandbox.url];
const log = `${prefix}log`;
const journal = (): string => `${prefix}x/${executionId.slice(0, 2)}/${executionId}`;

async function audit(): Promise<Audit> {
  return (await repository.run(['audit', 'verify', '--format', 'json'])).json<Audit>();
}

const codes = async (): Promise<string[]> => (await audit()).broken?.map(({ ref, code }) => `${ref.slice(prefix.length).split('/')[0]} ${code}`) ?? []; // prettier-ignore

/** Codes of everything that a run says, and whether the world noticed anything. */
async function runAgain(): Promise<string[]> {
  const before = await sandbox.effects();
  const done = await repository.run(['run', ...world(), '--format', 'json']);
  const report = done.json<{ findings?: { code: string }[]; executions: { findings?: { code: string }[] }[] }>();
  expect(done.code).toBe(1);
  expect(await sandbox.effects()).toEqual(before);
  return [...(report.findings ?? []), ...report.executions.flatMap(({ findings }) => findings ?? [])].map(
    ({ code }) => code,
  );
}

/** Writes a chain anew, each entry's files changed as wanted, and moves the ref there. */
function rewrite(ref: string, change: (entry: Entry, files: Map<string, string>) => Entry): void {
  let parent: string[] = [];
  for (const commit of repository.git('rev-list', '--reverse', ref).split('\n')) {
    const paths = repository.git('ls-tree', '-r', '--name-only', commit).split('\n');
    const files = new Map(paths.map((path) => [path, show(`${commit}:${path}`)]));
    const entry = change(JSON.parse(files.get('entry.json') ?? '') as Entry, files);
    files.set('entry.json', canonicalJson(entry));
    parent = ['-p', repository.git('commit-tree', treeOf(files), ...parent, '-m', 'rewritten')];
  }
  repository.git('update-ref', ref, parent[1] ?? '');
}

function show(object: string): string {
  return execFileSync('git', ['cat-file', 'blob', object], { cwd: repository.folder, encoding: 'utf8' });
}

function treeOf(files: ReadonlyMap<string, string>): string {
  const env = { ...process.env, GIT_INDEX_FILE: join(repository.root, 'index') };
  rmSync(env.GIT_INDEX_FILE, { force: true });
  for (const [path, text] of files) {
    const options = { cwd: repository.folder, encoding: 'utf8', input: text } as const;
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], options).trim();
    execFileSync('git', ['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], {
      cwd: repository.folder,
      env,
    });
  }
  return execFileSync('git', ['write-tree'], { cwd: repository.folder, env, encoding: 'utf8' }).trim();
}

describe('audit verify and run name', { timeout: 60_000 }, () => {
  it('nothing where nothing was touched', async () => {
    expect(await audit()).toMatchObject({ verdict: 'intact' });
  });

  it('one changed byte of a sealed log', async () => {
    rewrite(log, (entry, files) => {
      for (const [path, text] of files) if (path.startsWith('logs/')) files.set(path, text.replace('News', 'Mews'));
      return entry;
    });
    expect(await codes()).toContain('log journal/log-changed');
    expect(await runAgain()).toContain('journal/rolled-back');
  });

  it('one changed byte of an entry', async () => {
    rewrite(journal(), (entry) => ({ ...entry, runner: `${entry.runner}x` }));
    expect((await audit()).firstBroken).toMatchObject({ ref: journal(), code: 'journal/unsigned-entry' });
  });

  it('a chain that was signed again with another key', async () => {
    const thief = signerFrom(makePrivateKey());
    for (const ref of repository.git('for-each-ref', '--format=%(refname)', prefix).split('\n')) {
      let previous = '';
      rewrite(ref, ({ body, signature: _signature, version: _version, ...facts }) => {
        const own = body.kind === 'GENESIS' ? { ...body, publicKey: thief.publicKey } : body;
        const signed = signEntry(own, { ...facts, previous, at: new Date(facts.at) }, thief);
        previous = hashOfEntry(signed);
        return signed;
      });
    }
    const { verdict, firstBroken } = await audit();
    expect({ verdict, code: firstBroken?.code }).toEqual({ verdict: 'broken', code: 'journal/other-key' });
    expect(await runAgain()).toContain('journal/unsigned-entry');
  });

  it('a log whose last entry was dropped', async () => {
    repository.git('update-ref', log, `${log}^`);
    expect(await codes()).toEqual(expect.arrayContaining(['log journal/rolled-back', 'log journal/log-missing']));
    expect(await runAgain()).toContain('journal/rolled-back');
  });

  it('a log that was dropped, seen from a machine that remembers nothing', async () => {
    repository.git('update-ref', log, `${log}^`);
    const key = signerFrom(readFileSync(keyFile(), 'utf8')).publicKey;
    const done = await repository.run(['audit', 'verify', '--format', 'json', '--public-key', key]);
    expect(done.json<Audit>().broken?.map(({ code }) => code)).toContain('journal/log-missing');
  });

  it('a journal that was pushed back, and one that was deleted', async () => {
    const tip = repository.git('rev-parse', journal());
    repository.git('update-ref', journal(), `${journal()}~2`);
    expect(await codes()).toContain('x journal/rolled-back');
    repository.git('update-ref', journal(), tip);
    repository.git('update-ref', '-d', `${prefix}budget/acme/${new Date().toISOString().slice(0, 7)}`);
    expect(await runAgain()).toContain('journal/ref-lost');
  });

  it('a finished journal to which somebody added, and nothing else of its brand runs', async () => {
    await repository.approved('blog', 'More news');
    const tree = treeOf(new Map([['entry.json', '{}']]));
    repository.git('update-ref', journal(), repository.git('commit-tree', tree, '-p', journal(), '-m', '13 DONE'));
    const said = await runAgain();
    expect(said).toEqual(expect.arrayContaining(['journal/foreign-ref', 'journal/brand-halted']));
  });

  it('a journal that is gone altogether', async () => {
    for (const ref of repository.git('for-each-ref', '--format=%(refname)', prefix).split('\n'))
      repository.git('update-ref', '-d', ref);
    expect(await codes()).toContain('log journal/rolled-back');
    expect(await runAgain()).toContain('journal/rolled-back');
  });

  it.each([
    ['control', (): unknown => repository.git('update-ref', '-d', `${prefix}control`), 'journal/ref-lost'],
    ['log', (): unknown => repository.git('update-ref', '-d', log), 'journal/ref-lost'],
    ['last log', (): unknown => repository.git('update-ref', log, `${log}^`), 'journal/log-missing'],
  ])('%s that is missing, on a machine that remembers nothing', async (_what, remove, code) => {
    await repository.approved('blog', 'More news');
    remove();
    const folder = join(keyFile(), '..');
    for (const name of readdirSync(folder)) if (name.endsWith('.memory.json')) rmSync(join(folder, name));
    expect(await runAgain()).toContain(code);
  });

  it('a key that it does not know', async () => {
    rmSync(keyFile());
    expect(await audit()).toMatchObject({ verdict: 'cannot-verify' });
  });
});

describe('an entry that the executor did not sign', { timeout: 60_000 }, () => {
  it('halts the brand: neither this execution nor another one of the brand runs', async () => {
    const made = await repository.approved('blog', 'More news');
    const { executions } = await repository.succeed<{ executions: { path: string; executionId: string }[] }>(
      'status',
      ...world(),
    );
    const next = executions.find(({ path }) => path === made.path)?.executionId ?? '';
    await repository.approved('blog', 'Even more');
    const ref = `${prefix}x/${next.slice(0, 2)}/${next}`;
    const copied = show(`${repository.git('rev-list', '--max-parents=0', journal())}:entry.json`);
    const forged = { ...(JSON.parse(copied) as Entry), ref, execution: next };
    const commit = repository.git(
      'commit-tree',
      treeOf(new Map([['entry.json', canonicalJson(forged)]])),
      '-m',
      'forged',
    );
    repository.git('update-ref', ref, commit);
    const said = await runAgain();
    expect(said).toContain('journal/unsigned-entry');
    expect(said).toContain('journal/brand-halted');
    repository.git('update-ref', ref, repository.git('rev-parse', 'HEAD'));
    expect(await runAgain()).toContain('journal/foreign-ref');
  });
});

function keyFile(): string {
  const policy = readFileSync(join(repository.folder, 'mergecast.yaml'), 'utf8');
  const id = /^repository: (\S+)/m.exec(policy)?.[1] ?? '';
  return join(repository.root, 'config', 'mergecast', id, 'sandbox.key');
}
