import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeGithub, type FakeGithub } from '../../fake-github/start-fake-github.ts';
import { noticePushes } from '../../fake-github/notice-pushes.ts';
import { startSandbox, type RunningSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { caller } from '../../support/sandbox-fixture.ts';
import type { Effect } from '../../../src/sandbox/kit/index.ts';

const given = join(import.meta.dirname, '../given');

/** Who there is in every lifecycle; the numbers stand in the policy too. */
const people = { dana: 583_201, ines: 583_202, tom: 583_203, maren: 583_204, otto: 583_205 } as const;

/** Where a lifecycle is played: a forge, a sandbox, and somebody's clone. */
export class Stage {
  readonly root: string;
  readonly work: string;
  readonly given = given;
  readonly fake: FakeGithub;
  readonly sandbox: RunningSandbox;
  /** Runs of workflows so far. */
  runs = 0;
  private fetched = '';
  /** Lines for people: what happened. */
  readonly told: string[] = [];

  private constructor(fake: FakeGithub, sandbox: RunningSandbox, root: string) {
    this.root = root;
    this.work = join(root, 'work');
    this.fake = fake;
    this.sandbox = sandbox;
  }

  /** Sets the brand up on the default branch. */
  static async set(policy: Readonly<Record<string, string>>): Promise<Stage> {
    const fake = await startFakeGithub();
    for (const [login, id] of Object.entries(people)) fake.world.addUser(login, { id, role: login === 'maren' ? 'admin' : 'write' }); // prettier-ignore
    fake.world.addUser('rita', { id: 583_206, role: 'read' });
    fake.world.addUser('ines-private', { id: 583_212, role: 'read', email: 'ines@home.example' });
    fake.world.addUser('stranger', { id: 583_220, role: 'read' });
    fake.world.addUser('press-robot', { id: 583_230, role: 'write' });
    fake.world.addUser('acme-app[bot]', { id: 583_231, role: 'write', type: 'Bot' });
    const root = mkdtempSync(join(tmpdir(), 'mergecast-lifecycle-'));
    const sandbox = await startSandbox({ stateFile: join(root, 'state.ndjson') });
    if (!sandbox.ok) throw new Error(sandbox.error[0]?.message);
    const stage = new Stage(fake, sandbox.value, root);
    mkdirSync(join(stage.root, 'home'));
    cpSync(join(given, 'repository'), stage.work, { recursive: true });
    for (const [from, to] of Object.entries(policy)) replaceIn(join(stage.work, 'mergecast.yaml'), from, to);
    stage.git('maren', 'init', '-q', '-b', 'main', '.');
    stage.git('maren', 'add', '-A');
    // Long before anybody reviewed anything: reviewers saw this control plane, also those of forty days ago.
    stage.date = '2026-01-05T09:00:00Z';
    stage.git('maren', 'commit', '-q', '-m', 'Set up the brand');
    stage.date = null;
    stage.git('maren', 'remote', 'add', 'origin', fake.folder);
    stage.push('maren', 'main');
    return stage;
  }

  /** When commits are made, where that is not now. */
  private date: string | null = null;

  /** Runs git in the clone as somebody. */
  git(who: string, ...args: string[]): string {
    const { name, email } = this.fake.world.user(who);
    const own = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, ...(this.date !== null && { GIT_COMMITTER_DATE: this.date }) }; // prettier-ignore
    return execFileSync('git', args, { cwd: this.work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...own } }).trim(); // prettier-ignore
  }

  /** Pushes a branch; the forge knows by whom. */
  push(who: string, branch: string, ...options: string[]): void {
    this.git(who, 'push', '-q', ...options, 'origin', `HEAD:refs/heads/${branch}`);
    noticePushes(this.fake.world, this.fake.world.user(who));
  }

  /** Brings here what others pushed or merged; nothing where the forge stands as it did. */
  fetch(who: string): void {
    const now = JSON.stringify([...this.fake.world.store.branches()]);
    if (now !== this.fetched) this.git(who, 'fetch', '-q', 'origin');
    this.fetched = now;
  }

  tell(line: string): void {
    this.told.push(line);
  }

  /** What an audience or an invoice noticed, as `platform operation`. */
  async effects(): Promise<string[]> {
    const all: Effect[] = await caller(this.sandbox.url).effects();
    return all.filter(({ effect }) => effect !== 'inert').map(({ platform, operation, undone }) => `${platform} ${operation}${undone ? ' (undone)' : ''}`); // prettier-ignore
  }

  async end(): Promise<void> {
    await this.fake.stop();
    await this.sandbox.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Replaces a text that must be there. */
export function replaceIn(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} holds no "${from}"`);
  writeFileSync(
    file,
    before.replace(from, () => to),
  );
}
