import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrandRepository } from '../support/brand-repository.ts';
import { dana, TinyForge } from './tiny-forge.ts';

const actions = join(import.meta.dirname, '../../actions');

/** What a run of an action left. */
export interface ActionRun {
  readonly code: number | null;
  /** Everything that was printed, in order. */
  readonly log: string;
  /** What the page of the run shows. */
  readonly summary: string;
  readonly outputs: ReadonlyMap<string, string>;
  /** Milliseconds until the first line, and until the end. */
  readonly firstLine: number;
  readonly whole: number;
}

/** A repository at an origin with pull request 7 of Dana, on a forge as small as can be; and a runner of actions. */
export class PullScene {
  readonly repository: BrandRepository;
  readonly forge: TinyForge;

  private constructor(repository: BrandRepository, forge: TinyForge) {
    this.repository = repository;
    this.forge = forge;
  }

  /** Pull request 7 proposes executions, one of each name. */
  static async make(...names: string[]): Promise<PullScene> {
    const repository = await BrandRepository.make({ origin: true });
    repository.git('push', '-q', 'origin', 'main');
    repository.git('checkout', '-q', '-b', 'proposal');
    for (const name of names) await repository.succeed('new', 'blog', '--name', name);
    const scene = new PullScene(repository, await new TinyForge().start());
    if (names.length > 0) scene.push('Propose');
    return scene;
  }

  /** Commits everything and pushes it as the head of the pull request. */
  push(message: string, files: Readonly<Record<string, string>> = {}): string {
    return this.publish(this.repository.commit(message, files));
  }

  /** Takes everything back to a commit, and makes it the head of the pull request; the forge has forgotten all. */
  reset(head: string): void {
    const { repository, forge } = this;
    repository.git('checkout', '-q', '-f', '-B', 'proposal', head);
    forge.requests.length = 0;
    forge.comments.length = 0;
    forge.checks.length = 0;
    forge.isReadOnly = false;
    this.publish(head);
  }

  private publish(head: string): string {
    this.repository.git('push', '-q', '--force', 'origin', `${head}:refs/heads/proposal`, `${head}:refs/pull/7/head`);
    this.describe(head);
    return head;
  }

  /** What the forge says of it. */
  describe(head: string, more: Record<string, unknown> = {}): void {
    const base = this.repository.git('rev-parse', 'origin/main');
    const repo = { id: 1, full_name: 'acme/marketing' };
    const files = this.repository.git('diff', '--name-only', 'origin/main', head).split('\n').length;
    this.forge.pull = {
      number: 7, html_url: `${this.forge.url}/acme/marketing/pull/7`, title: 'Spring', state: 'open', draft: false, user: dana,
      base: { ref: 'main', sha: base, repo }, head: { ref: 'proposal', sha: head, repo },
      labels: [], changed_files: files, commits: 1, requested_reviewers: [], requested_teams: [], ...more,
    }; // prettier-ignore
    const signature = { name: 'dana', email: 'dana@acme.example' };
    this.forge.commits = [
      { sha: head, parents: [{ sha: base }], author: dana, committer: dana, commit: { author: signature, committer: signature, message: 'Propose' } },
    ]; // prettier-ignore
  }

  /** Runs a bundled action as a runner does: in a fresh clone of the base, with inputs and files in the environment. */
  async run(
    action: string,
    options: {
      inputs?: Record<string, string>;
      event?: [string, unknown];
      env?: Record<string, string>;
      origin?: string;
      prepare?: (workspace: string) => void;
    } = {},
  ): Promise<ActionRun> {
    const { repository, forge } = this;
    const workspace = join(repository.root, `clone-${Math.random().toString(36).slice(2)}`);
    execFileSync('git', ['clone', '-q', '--no-local', '--depth', '1', `file://${repository.origin}`, workspace]);
    if (options.origin !== undefined)
      execFileSync('git', ['-C', workspace, 'remote', 'set-url', 'origin', options.origin]);
    options.prepare?.(workspace);
    const file = (name: string, text = ''): string => {
      writeFileSync(`${workspace}-${name}`, text);
      return `${workspace}-${name}`;
    };
    const [name, payload] = options.event ?? ['pull_request', { pull_request: forge.pull, repository: { full_name: 'acme/marketing', default_branch: 'main' } }]; // prettier-ignore
    const files = { summary: file('summary'), output: file('output'), path: file('path') };
    const inputs = Object.entries(options.inputs ?? {}).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]);
    const env = {
      PATH: process.env['PATH'] ?? '', HOME: repository.root, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace,
      GITHUB_API_URL: forge.url, GITHUB_SERVER_URL: forge.url, GITHUB_REPOSITORY: 'acme/marketing', GITHUB_RUN_ID: '100', GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file('event', JSON.stringify(payload)), RUNNER_TEMP: repository.root,
      GITHUB_STEP_SUMMARY: files.summary, GITHUB_OUTPUT: files.output, GITHUB_PATH: files.path, INPUT_TOKEN: 'token-of-the-job',
      ...Object.fromEntries(inputs), ...options.env,
    }; // prettier-ignore
    const ran = await start(join(actions, action, 'dist/index.cjs'), env, workspace);
    return {
      ...ran,
      summary: readFileSync(files.summary, 'utf8'),
      outputs: readOutputs(readFileSync(files.output, 'utf8')),
    };
  }

  async remove(): Promise<void> {
    await this.forge.stop();
    this.repository.remove();
  }
}

function start(
  script: string,
  env: Record<string, string>,
  cwd: string,
): Promise<Pick<ActionRun, 'code' | 'log' | 'firstLine' | 'whole'>> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let log = '';
    let firstLine = 0;
    const child = spawn(process.execPath, [script], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const collect = (chunk: Buffer): void => {
      if (log === '') firstLine = performance.now() - begun;
      log += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => resolve({ code, log, firstLine, whole: performance.now() - begun }));
  });
}

/** Reads GITHUB_OUTPUT as the runner does: `name<<END`, lines, `END`. */
export function readOutputs(text: string): Map<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name = '', end] = /^([^<=]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (end === undefined) continue;
    const until = lines.indexOf(end, at + 1);
    outputs.set(name, lines.slice(at + 1, until).join('\n'));
    at = until;
  }
  return outputs;
}
