import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeGithub, type FakeGithub } from '../fake-github/start-fake-github.ts';
import { commandLine, type CommandOutput } from '../support/command-line.ts';
import { GitFixture } from '../support/git-fixture.ts';

let fixture: GitFixture;
let github: FakeGithub;
const before = { ...process.env };

beforeEach(async () => {
  fixture = new GitFixture();
  github = await startFakeGithub();
  github.world.addUser('dana', { role: 'admin' });
  github.world.addUser('ines');
});
afterEach(async () => {
  await github.stop();
  fixture.remove();
  for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name];
});

interface Report {
  readonly verdict: string;
  readonly lines: readonly { code: string; state: string; what: string; mend: string | null; link: string | null }[];
}

/** As somebody with a token; the address is what a runner would say. */
async function doctor(who: string | null, ...words: string[]): Promise<CommandOutput> {
  Object.assign(process.env, { GITHUB_API_URL: github.api, GITHUB_REPOSITORY: 'acme/marketing' });
  if (who !== null) process.env['GITHUB_TOKEN'] = `ghp_${who}`;
  return commandLine(['doctor', ...words], { cwd: fixture.folder });
}

async function report(who: string | null): Promise<Report & { code: number }> {
  const done = await doctor(who, '--format', 'json');
  return { ...done.json<Report>(), code: done.code };
}

const states = (lines: Report['lines']): string[] =>
  lines.filter(({ state }) => state !== 'ok').map(({ code, state }) => `${state} ${code}`);

/** What the how-to says: init, merge, init, import, environment, key. */
async function setUp(): Promise<void> {
  const { world } = github;
  fixture.git('remote', 'add', 'origin', github.folder);
  const number = (login: string): number => world.user(login).id;
  const who = ['dana', 'ines'].map((one) => `${one}@acme.example @${one} ${number(one)}`).join(', ');
  const init = ['init', '--brand', 'acme', '--forge', 'github:acme/marketing', '--approvers', who, '--format', 'json'];
  const begun = await commandLine(init, { cwd: fixture.folder });
  expect(begun.json()).toMatchObject({ journal: { state: 'begun' } });
  const folder = join(fixture.folder, '.mergecast/rulesets');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json')))
    await github.as('dana')('POST', '~/rulesets', JSON.parse(fixture.read(`.mergecast/rulesets/${name}`) ?? ''));
  const workflow = fixture.read('.github/workflows/mergecast-execute.yml') ?? '';
  const names = [...new Set([...workflow.matchAll(/secrets\.(\w+)/g)].map((match) => match[1] ?? ''))];
  world.settings
    .set('/environments', [{ name: 'mergecast', can_admins_bypass: false, deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } }])
    .set('/environments/mergecast/deployment-branch-policies', [{ name: 'main' }])
    .set('/environments/mergecast/secrets', names.map((name) => ({ name })))
    .set('/keys', [{ title: 'mergecast', read_only: false }])
    .set('/actions/workflows', ['check', 'execute'].map((name) => ({ path: `.github/workflows/mergecast-${name}.yml`, state: 'active' })))
    .set('/actions/workflows/mergecast-execute.yml/runs', [{ created_at: new Date().toISOString() }]); // prettier-ignore
}

describe('doctor', { timeout: 30_000 }, () => {
  it('is green once what init wrote is imported, and red with the click to make when somebody opens it', async () => {
    await setUp();
    const good = await report('dana');
    expect(states(good.lines)).toEqual([]);
    expect(good).toMatchObject({ verdict: 'ok', code: 0 });
    github.world.settings.set('/environments', [{ name: 'mergecast', can_admins_bypass: false, deployment_branch_policy: { protected_branches: true, custom_branch_policies: false } }]); // prettier-ignore
    github.world.settings.set('/actions/secrets', [{ name: 'MERGECAST_JOURNAL_KEY' }]);
    const bad = await report('dana');
    expect(states(bad.lines)).toEqual(['red doctor/environment-open', 'red doctor/secrets-exposed']);
    expect(bad).toMatchObject({ verdict: 'red', code: 1 });
    const { stdout } = await doctor('dana');
    expect(stdout).toMatch(/^acme\/marketing: 2 to mend, \d+ fine\.$/m);
    expect(stdout).toContain('/acme/marketing/settings/environments');
    const tooWide = stdout.split('\n').filter((line) => line.length > 80 && !/^ *https?:/.test(line));
    expect(tooWide).toEqual([]);
  });

  it('shows what a token may not see as not seen, and asks nobody without one', async () => {
    await setUp();
    const writer = await report('ines');
    expect(writer.verdict).toBe('unknown');
    const hidden = writer.lines.filter(({ state }) => state === 'unknown').map(({ code }) => code);
    expect(hidden).toEqual(expect.arrayContaining(['doctor/rules-bypassed', 'doctor/journal-writers', 'doctor/token-writes', 'doctor/no-deploy-key'])); // prettier-ignore
    const asked = github.world.requests.length;
    const nobody = await report(null);
    expect(nobody).toMatchObject({ verdict: 'unknown', code: 0 });
    expect(nobody.lines.filter(({ link, state }) => link !== null && state === 'ok')).toEqual([]);
    expect(github.world.requests.length).toBe(asked);
  });

  it('looks at the machine alone where there is no forge', async () => {
    await commandLine(['init', '--yes', '--brand', 'acme'], { cwd: fixture.folder });
    const done = await commandLine(['doctor', '--format', 'json'], { cwd: fixture.folder });
    expect(done.code).toBe(0);
    expect(states(done.json<Report>().lines)).toEqual(['warn doctor/no-forge']);
  });

  it('says in an empty repository that there is no policy, and how to get one', async () => {
    const done = await commandLine(['doctor'], { cwd: fixture.folder });
    expect(done.code).toBe(1);
    expect(done.stdout).toContain('mergecast init');
  });
});
