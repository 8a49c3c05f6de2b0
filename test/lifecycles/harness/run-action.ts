import { spawn } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import type { Stage } from './stage.ts';

const actions = join(import.meta.dirname, '../../../actions');

/** What a job left. */
export interface JobOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly summary: string;
  readonly output: string;
}

export interface Job {
  readonly action: 'check' | 'execute';
  readonly event: string;
  readonly payload: unknown;
  /** What is checked out, and what GITHUB_REF says. */
  readonly ref: string;
  readonly sha: string;
  readonly token: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input: Readonly<Record<string, string>>;
  /** Number of the run; the next one where left out. */
  readonly run?: number | undefined;
}

/** Runs the bundle of an action as GitHub's runner does: fresh checkout, its variables and files, a process of its own. */
export async function runAction(stage: Stage, job: Job): Promise<JobOutcome> {
  const run = (stage.runs += 1);
  const folder = join(stage.root, `run-${run}`);
  const workspace = join(folder, 'marketing');
  mkdirSync(folder);
  checkOut(stage, workspace, job.ref, job.sha);
  const file = (name: string, content = ''): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const { owner, name, repositoryId } = stage.fake.world;
  const files = { GITHUB_EVENT_PATH: file('event.json', JSON.stringify(job.payload)), GITHUB_STEP_SUMMARY: file('summary.md'), GITHUB_OUTPUT: file('output'), GITHUB_ENV: file('env'), GITHUB_PATH: file('path') }; // prettier-ignore
  const { main, inputs } = readAction(job.action, job.token);
  const given = Object.entries({ ...inputs, ...job.input }).map(([key, value]) => [
    `INPUT_${key.toUpperCase()}`,
    value,
  ]);
  const env = {
    ...ownEnvironment(stage), ...files, ...(Object.fromEntries(given) as Record<string, string>), CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_OS: 'Linux', RUNNER_TEMP: folder,
    GITHUB_API_URL: stage.fake.api, GITHUB_SERVER_URL: stage.fake.api, GITHUB_GRAPHQL_URL: `${stage.fake.api}/graphql`, GITHUB_REPOSITORY: `${owner}/${name}`,
    GITHUB_REPOSITORY_ID: String(repositoryId), GITHUB_REPOSITORY_OWNER: owner, GITHUB_EVENT_NAME: job.event, GITHUB_REF: job.ref, GITHUB_SHA: job.sha, GITHUB_WORKSPACE: workspace,
    GITHUB_RUN_ID: String(9_000_000 + (job.run ?? run)), GITHUB_RUN_ATTEMPT: '1', GITHUB_RUN_NUMBER: String(job.run ?? run), GITHUB_WORKFLOW: 'mergecast', GITHUB_JOB: job.action, ...job.env,
  }; // prettier-ignore
  const done = await runNode([main], workspace, env);
  return {
    ...done,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    output: readFileSync(files.GITHUB_OUTPUT, 'utf8'),
  };
}

/** Runs the bundled command line in the clone of somebody. */
export function runCommand(stage: Stage, words: readonly string[]): Promise<{ code: number; stdout: string }> {
  stage.git('maren', 'checkout', '-q', 'main');
  const who = { GIT_AUTHOR_NAME: 'Maren', GIT_AUTHOR_EMAIL: 'maren@acme.example', GIT_COMMITTER_NAME: 'Maren', GIT_COMMITTER_EMAIL: 'maren@acme.example', GIT_CONFIG_COUNT: '2', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: 'Maren', GIT_CONFIG_KEY_1: 'user.email', GIT_CONFIG_VALUE_1: 'maren@acme.example' }; // prettier-ignore
  return runNode([join(actions, 'setup/dist/mergecast.cjs'), ...words], stage.work, {
    ...ownEnvironment(stage),
    ...who,
  });
}

function ownEnvironment(stage: Stage): Record<string, string> {
  const home = join(stage.root, 'home');
  return { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CONFIG_HOME: join(home, 'config'), LANG: 'C.UTF-8' };
}

function checkOut(stage: Stage, workspace: string, ref: string, sha: string): void {
  const git = (...args: string[]): void =>
    void execFileSync('git', args, { stdio: 'pipe', env: ownEnvironment(stage) });
  git('clone', '-q', '--no-checkout', stage.fake.folder, workspace);
  if (ref.startsWith('refs/pull/')) git('-C', workspace, 'fetch', '-q', 'origin', ref);
  if (ref.startsWith('refs/heads/')) git('-C', workspace, 'checkout', '-q', '-B', ref.slice('refs/heads/'.length), sha);
  else git('-C', workspace, 'checkout', '-q', '--detach', sha);
}

/** Entry and inputs as `action.yml` states them. */
function readAction(name: string, token: string): { main: string; inputs: Record<string, string> } {
  const folder = join(actions, name);
  const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as { inputs: Record<string, { default?: string }>; runs: { main: string } }; // prettier-ignore
  const inputs = Object.entries(action.inputs).map(([key, { default: value = '' }]) => [key, value.replace('${{ github.token }}', token)]); // prettier-ignore
  return { main: join(folder, action.runs.main), inputs: Object.fromEntries(inputs) as Record<string, string> };
}

async function runNode(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<{ code: number; stdout: string }> {
  // prettier-ignore
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, error, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve) => void child.on('close', (ended) => resolve(ended ?? 2))),
  ]);
  return { code, stdout: out + error };
}
