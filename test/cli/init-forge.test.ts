import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isControlPlane } from '../../src/core/is-control-plane.ts';
import { controlPlanePatterns } from '../../src/cli/init/forge/control-plane-patterns.ts';
import { requiredCheck } from '../../src/cli/init/forge/github-rulesets.ts';
import { commandLine, type CommandOutput } from '../support/command-line.ts';
import { GitFixture } from '../support/git-fixture.ts';

let fixture: GitFixture;

beforeEach(() => {
  fixture = new GitFixture();
});
afterEach(() => fixture.remove());

const own = { 'README.md': 'ours\r\n', '.editorconfig': 'root = true', '.github/CODEOWNERS': '* @someone' };

function existing(origin: string, files: Readonly<Record<string, string>> = own): void {
  fixture.commit('Begin', files);
  fixture.git('remote', 'add', 'origin', origin);
}

const init = (...words: string[]): Promise<CommandOutput> =>
  commandLine(['init', '--brand', 'acme', '--market', 'DE', ...words], { cwd: fixture.folder });

async function initJson(...words: string[]): Promise<{ files: { path: string; status: string }[]; forge: string }> {
  const done = await init('--format', 'json', ...words);
  if (done.code !== 0) throw new Error(done.stdout + done.stderr);
  return done.json();
}

const github = 'git@github.com:acme/marketing.git';

describe('init in a repository with a forge', { timeout: 30_000 }, () => {
  it('keeps what is there byte for byte, says so, and writes what is missing', async () => {
    existing(github);
    const done = await init('--yes');
    expect(done.code).toBe(0);
    for (const [path, text] of Object.entries(own)) expect(fixture.read(path)).toBe(text);
    expect(done.stdout).toContain('Kept as they were: .editorconfig, .github/CODEOWNERS.');
    // What its CODEOWNERS lacks can be pasted.
    expect(done.stdout).toMatch(/^\/mergecast\.yaml +dana@acme\.example$/m);
    expect(done.stdout).toContain('mergecast doctor');
    expect(fixture.read('.github/workflows/mergecast-execute.yml')).toContain('ACME_SENDGRID_TOKEN: ${{ secrets.');
    const shipped = join(import.meta.dirname, '../../actions/check/dist/index.cjs');
    expect(fixture.read('.mergecast/actions/check/dist/index.cjs')).toBe(readFileSync(shipped, 'utf8'));
    const tooWide = done.stdout.split('\n').filter((line) => line.length > 80 && !/^ {2}[A-Z_]+: \{/.test(line));
    expect(tooWide).toEqual([]);
  });

  it('asks nothing with --yes, and what it wrote checks', async () => {
    existing(github);
    const asked: string[] = [];
    const answers = { nothing: '' };
    await commandLine(['init', '--yes', '--brand', 'acme'], { cwd: fixture.folder, answers, asked });
    expect(asked).toEqual([]);
    fixture.commit('Set up');
    const check = await commandLine(['check', '--format', 'json'], { cwd: fixture.folder });
    expect(check.json()).toMatchObject({ verdict: 'pass', findings: [] });
  });

  it('names approvers, owners, ceiling and regulation where they belong', async () => {
    existing(github);
    const words = ['--approvers', 'ines@acme.example, Tom Berg <tom@acme.example> @tomb 77', '--owners', 'Aylin Kaya <aylin@acme.example>']; // prettier-ignore
    await initJson(...words, '--ceiling', '12000', '--regulated');
    const policy = fixture.read('mergecast.yaml') ?? '';
    expect(policy).toContain('forge: github:acme/marketing');
    expect(policy).toContain('tom-berg:\n    name: "Tom Berg"\n    emails: ["tom@acme.example"]\n    github: [77]\n');
    expect(policy).toContain('owners: [aylin-kaya]\n  marketing: [ines, tom-berg]');
    expect(policy).toContain('spend-over: 2400.00 EUR');
    const profile = fixture.read('brands/acme/profile.yaml') ?? '';
    expect(profile).toContain('regulated: true');
    expect(profile).toContain('budget_range: up to 12000 EUR/month');
    fixture.commit('Set up');
    const check = await commandLine(['check', '--format', 'json'], { cwd: fixture.folder });
    expect(check.json()).toMatchObject({ verdict: 'pass' });
  });

  it('writes rulesets that GitHub can import, with the check that its workflow has', async () => {
    existing(github, { 'README.md': 'hello' });
    await initJson('--approvers', '@ines, @tomb');
    const ruleset = (name: string): Record<string, unknown> =>
      JSON.parse(fixture.read(`.mergecast/rulesets/${name}.json`) ?? '') as Record<string, unknown>;
    expect(readdirSync(join(fixture.folder, '.mergecast/rulesets'))).toHaveLength(4);
    expect(ruleset('default-branch')).toMatchObject({
      target: 'branch',
      bypass_actors: [],
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'] } },
    });
    expect(JSON.stringify(ruleset('default-branch'))).toContain(`"context":"${requiredCheck}","integration_id":15368`);
    expect(fixture.read('.github/workflows/mergecast-check.yml')).toContain(`\n    name: ${requiredCheck}\n`);
    // Whoever may pass a ruleset may pass all of it, so the key that writes must still not be able to rewrite.
    expect(ruleset('journal-writer')).toMatchObject({ bypass_actors: [{ actor_type: 'DeployKey' }], rules: [{ type: 'creation' }, { type: 'update' }] }); // prettier-ignore
    expect(ruleset('journal-history')).toMatchObject({ bypass_actors: [], rules: [{ type: 'deletion' }, { type: 'non_fast_forward' }] }); // prettier-ignore
    expect(fixture.read('.github/CODEOWNERS')).toMatch(/^\/mergecast\.yaml +@ines @tomb$/m);
  });

  it('on Gitea keeps the executor and its secrets out of the repository', async () => {
    existing('ssh://git@gitea.acme.example:2222/acme/marketing.git', { 'README.md': 'hello' });
    const { forge } = await initJson();
    expect(forge).toBe('gitea:https://gitea.acme.example/acme/marketing');
    expect(readdirSync(join(fixture.folder, '.gitea/workflows'))).toEqual(['mergecast-check.yml']);
    expect(fixture.read('.mergecast/executor/.gitea/workflows/mergecast-execute.yml')).toContain('secrets.');
    expect(fixture.read('.mergecast/rulesets/README.md')).toContain('https://gitea.acme.example/api/v1/repos/acme/marketing/branch_protections'); // prettier-ignore
    expect(fixture.read('.mergecast/rulesets/journal.json')).toContain('"mergecast/**"');
  });

  it('guesses nothing about a server it does not know, and adds its files once somebody says what it is', async () => {
    existing('git@git.acme.example:acme/marketing.git', { 'README.md': 'hello' });
    const first = await init('--yes');
    expect(first.stdout).toContain('mergecast init --forge gitea');
    expect(fixture.read('.gitea/workflows/mergecast-check.yml')).toBeNull();
    const again = await commandLine(['init', '--forge', 'gitea', '--yes'], { cwd: fixture.folder });
    expect(again.stdout).toContain('.gitea/workflows/mergecast-check.yml');
    expect(again.stdout).toContain('forge: gitea:https://git.acme.example/acme/marketing');
    expect(fixture.read('CODEOWNERS')).toContain('mergecast');
    // Once the policy says it, nobody has to say it again.
    fixture.write(
      'mergecast.yaml',
      `${fixture.read('mergecast.yaml') ?? ''}forge: gitea:https://git.acme.example/acme/marketing\n`,
    );
    const third = await commandLine(['init', '--yes'], { cwd: fixture.folder });
    expect(third.stdout).not.toContain('mergecast init --forge gitea');
    expect(third.stdout).toContain('mergecast doctor');
    const wrong = await commandLine(['init', '--forge', 'gitlab', '--format', 'json'], { cwd: fixture.folder });
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.stdout).toContain('command/bad-value');
  });

  it('uses the file of owners that is there, wherever it is', async () => {
    existing(github, { 'docs/CODEOWNERS': '* @someone\n' });
    const { files } = await initJson();
    expect(files.filter(({ path }) => path.endsWith('CODEOWNERS'))).toMatchObject([{ path: 'docs/CODEOWNERS', status: 'kept' }]); // prettier-ignore
    expect(fixture.read('.github/CODEOWNERS')).toBeNull();
  });
});

it('gives owners to the whole control plane', () => {
  for (const { sample, gitea } of controlPlanePatterns) {
    expect(isControlPlane(sample), sample).toBe(true);
    expect(new RegExp(`^${gitea}$`).test(sample), gitea).toBe(true);
  }
});
