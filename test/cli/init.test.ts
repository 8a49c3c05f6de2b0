import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandLine, type CommandOutput } from '../support/command-line.ts';
import { GitFixture } from '../support/git-fixture.ts';

/** A brand folder as the original system keeps it. */
const profile = `{
  "brand_name": "Acme  Bikes",
  "industry": { "primary": "retail", "regulated": false, "regulation_codes": [] },
  "target_markets": ["GB", "IE"],
  "brand_voice": { "formality": 4, "energy": 7, "humor": 6, "authority": 5,
    "avoid_words": ["cheap"], "prefer_words": ["ride"], "this_not_that": ["friendly, not chummy"] },
  "goals": { "budget_range": "$5,000-$10,000/month" }
}`;

interface SetUp {
  readonly repository: string;
  readonly brands: string[];
  readonly commit: string | null;
  readonly journal: { state: string; branch?: string };
  readonly left: string[];
  readonly files: { path: string; status: string }[];
}

let fixture: GitFixture;
let folder: string;

beforeEach(() => {
  fixture = new GitFixture();
  folder = join(fixture.root, 'Acme Bikes');
  mkdirSync(folder);
});
afterEach(() => fixture.remove());

const init = (...words: string[]): Promise<CommandOutput> => commandLine(['init', ...words], { cwd: folder });

async function initJson(...words: string[]): Promise<SetUp> {
  const done = await init(...words, '--format', 'json');
  if (done.code !== 0) throw new Error(done.stdout + done.stderr);
  return done.json<SetUp>();
}

async function check(where = folder): Promise<{ verdict: string; findings: unknown[] }> {
  return (await commandLine(['check', '--format', 'json'], { cwd: where })).json();
}

function inFolder(...words: string[]): string {
  return fixture.git('-C', folder, ...words);
}

function writeBrand(): string {
  const brand = join(fixture.root, 'old', 'acme');
  mkdirSync(join(brand, 'logs'), { recursive: true });
  writeFileSync(join(brand, 'profile.json'), profile);
  writeFileSync(join(brand, 'logs', 'run-1.json'), '{}');
  return brand;
}

describe('init', { timeout: 60_000 }, () => {
  it('makes an empty folder a repository that checks, with a first commit and a journal that has begun', async () => {
    const done = await initJson();
    expect(done).toMatchObject({ version: 1, brands: ['acme-bikes'], journal: { state: 'begun' } });
    expect(done.repository).toMatch(/^[0-9a-f-]{36}$/);
    expect(inFolder('rev-parse', 'main')).toBe(done.commit);
    expect(inFolder('status', '--porcelain')).toBe('');
    expect(inFolder('rev-parse', '--verify', 'mergecast/control')).toMatch(/^[0-9a-f]{40}$/);
    expect(await check()).toMatchObject({ verdict: 'pass', findings: [] });
  });

  it('explains each file, and says what comes next', async () => {
    const { stdout } = await init('--yes');
    const { publicKeys } = (await commandLine(['audit', 'verify', '--format', 'json'], { cwd: folder })).json<{
      publicKeys: { live: string };
    }>();
    expect(stdout).toContain(`(it is no secret):\n  ${publicKeys.live}\n`);
    expect(stdout).toContain('mergecast.yaml\n    the policy: who approves what, and the limits');
    expect(stdout).toContain('mergecast new blog');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('asks only where somebody sits at the terminal, and until the answer is right', async () => {
    const asked: string[] = [];
    const answers = { called: 'acme', 'In which country': 'Germany', 'Please write': 'DE' };
    const done = await commandLine(['init'], { cwd: folder, answers, asked });
    expect(done.code).toBe(0);
    expect(asked.map((question) => question.split(' ').slice(0, 3).join(' '))).toEqual([
      'What is the',
      'In which country',
      'Please write a',
      'In which currency',
      'In which time',
      'Does a law',
      'How much may',
      'Who approves? E-mail',
      'And who decides',
    ]);
    const text = inFolder('show', 'main:brands/acme/profile.yaml');
    expect(text).toContain('target_markets: [DE]');
    expect(text).toContain('EUR/month');
    expect(text).toContain('timezone: Europe/Berlin');
    const again: string[] = [];
    await commandLine(['init', '--yes', '--brand', 'other'], { cwd: folder, answers, asked: again });
    expect(again).toEqual([]);
  });

  it('takes a brand over with its profile.json unchanged, and leaves the rest of the old folder behind', async () => {
    const brand = writeBrand();
    const done = await initJson('--from', brand);
    expect(done).toMatchObject({ brands: ['acme'], left: [join(brand, 'logs', 'run-1.json')] });
    expect(inFolder('show', 'main:brands/acme/profile.json')).toBe(profile);
    expect(inFolder('ls-files', 'brands')).not.toContain('profile.yaml');
    expect(await check()).toMatchObject({ verdict: 'pass' });
  });

  it('records a sample consent for every market of the brand, so that its first e-mail passes', async () => {
    const brand = writeBrand();
    writeFileSync(join(brand, 'profile.json'), profile.replace(/("target_markets": )\[[^\]]*\]/, '$1["US", "CA"]'));
    await initJson('--from', brand);
    expect(inFolder('show', 'main:brands/acme/evidence/newsletter-double-opt-in.yaml')).toContain('markets: [US, CA]');
    expect((await commandLine(['new', 'email', '--name', 'News'], { cwd: folder })).code).toBe(0);
    expect((await check()).verdict).toBe('pass');
  });

  it('takes over every brand of a folder of brands', async () => {
    writeBrand();
    expect(await initJson('--from', join(fixture.root, 'old'))).toMatchObject({ brands: ['acme'] });
  });

  it('takes over a broken profile too, and says at once what is wrong with it', async () => {
    const old = join(fixture.root, 'older', 'acme');
    mkdirSync(old, { recursive: true });
    writeFileSync(join(old, 'profile.json'), '{"brand_name": "Acme", "brand_name": "Other", "target_markets": ["US"]}');
    const { code, json } = await init('--from', old, '--format', 'json');
    expect(code).toBe(1);
    expect(json<{ findings: object[] }>().findings).toMatchObject([
      { code: 'yaml/duplicate-key', file: 'brands/acme/profile.json', line: 1 },
    ]);
  });

  it('adds to a repository with commits, and commits nothing by itself', async () => {
    fixture.commit('Begin', { 'README.md': 'hello\n', '.gitignore': 'node_modules/' });
    folder = fixture.folder;
    const done = await initJson('--brand', 'acme');
    expect(done).toMatchObject({ commit: null, journal: { state: 'pending', branch: 'main' } });
    expect(fixture.read('.gitignore')).toMatch(/^node_modules\/\n/);
    fixture.commit('Set up mergecast');
    expect(await initJson()).toMatchObject({ repository: done.repository, journal: { state: 'begun' } });
    expect(await check()).toMatchObject({ verdict: 'pass' });
  });

  it('changes nothing the second time, and adds another brand with what its secrets need', async () => {
    const first = await initJson('--brand', 'acme');
    const again = await initJson();
    expect(again).toMatchObject({ repository: first.repository, files: [], journal: { state: 'known' } });
    expect(inFolder('status', '--porcelain')).toBe('');
    const policy = join(folder, 'mergecast.yaml');
    const { stdout } = await init('--brand', 'other');
    // As it can be pasted under `secrets:`; the longest is wider than the terminal.
    const lines = stdout.split('\n').filter((line) => line.startsWith('  OTHER_'));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^ {2}OTHER_\w+: \{ platform: .+, brands: \[other\] \}$/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeGreaterThan(80);
    writeFileSync(policy, readFileSync(policy, 'utf8').replace('secrets:\n', `secrets:\n${lines.join('\n')}\n`));
    expect((await check()).findings).toEqual([]);
  });

  it('publishes to an empty origin, the main branch first', async () => {
    const origin = join(fixture.root, 'empty.git');
    fixture.git('init', '-q', '--bare', origin);
    fixture.git('clone', '-q', origin, folder);
    await initJson('--brand', 'acme');
    expect(inFolder('ls-remote', '--heads', 'origin')).toMatch(/refs\/heads\/main\n.*refs\/heads\/mergecast\/control$/);
  });

  it('refuses a folder inside a repository, a folder without a brand, and a name that is none', async () => {
    mkdirSync(join(fixture.folder, 'inside'));
    const codes = async (...words: string[]): Promise<string[]> =>
      (await init(...words, '--format', 'json'))
        .json<{ findings: { code: string }[] }>()
        .findings.map((one) => one.code);
    expect(await codes('--from', fixture.root)).toEqual(['command/no-brand-folder']);
    folder = join(fixture.folder, 'inside');
    expect(await codes()).toEqual(['command/inside-repository']);
    const wrong = await init('--brand', 'Acme Bikes');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('such as acme-bikes');
    expect((await init('--timezone', 'Berlin')).code).toBe(2);
  });

  it('sets up without a name in git, and says what is left to do', async () => {
    fixture.git('config', '--global', '--remove-section', 'user');
    const { code, stdout } = await init('--yes');
    expect(code).toBe(0);
    expect(stdout).toContain('git config user.name');
  });
});
