import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { checkWorkflow } from '../../src/cli/init/workflows/check-workflow.ts';
import { copiedActions, copiedFolder } from '../../src/cli/init/workflows/copied-actions.ts';
import { commandLine, type CommandOutput } from '../support/command-line.ts';
import type { Gitea, User } from './gitea-server.ts';

const api = '/repos/acme/marketing';

/** The repository of a brand on a real Gitea, with what its people do there by hand. */
export class MarketingRepository {
  readonly work: string;
  private readonly gitea: Gitea;

  private constructor(gitea: Gitea) {
    this.gitea = gitea;
    this.work = mkdtempSync(join(tmpdir(), 'mergecast-gitea-work-'));
  }

  /** Sets it up through a pull request, as its people would: brand, policy, the check's workflow and its action. */
  static async make(gitea: Gitea): Promise<MarketingRepository> {
    const repository = new MarketingRepository(gitea);
    repository.git('clone', '-q', gitea.cloneAs('author'), '.');
    repository.git('switch', '-q', '-c', 'set-up');
    const done = await repository.run('author', 'init', '--yes', '--brand', 'acme', '--market', 'DE');
    if (done.code !== 0) throw new Error(done.stdout + done.stderr);
    await repository.writeSettings();
    repository.push('set-up', 'author', 'Set mergecast up');
    const pull = await repository.open('set-up', 'Set mergecast up');
    await repository.approve(pull, 'reviewer');
    await repository.merge(pull);
    return repository;
  }

  private async writeSettings(): Promise<void> {
    const { id } = await this.gitea.call<{ id: number }>('reviewer', 'GET', '/user');
    const policy = readFileSync(join(this.work, 'mergecast.yaml'), 'utf8')
      .replace(/^groups:[^]*?(?=^\S)/m, '')
      .replace(/^approvals:[^]*?(?=^\S)/m, '')
      .replace(/^control-plane:[^]*?(?=^\S)/m, '')
      .replace(/^roles:[^]*?(?=^\S)/m, '');
    const people = `people:\n  rita: { name: Rita Viewer, emails: [reviewer@example.invalid], gitea: [${id}] }\ngroups:\n  marketing: [rita]\napprovals:\n  rules:\n    - { name: Brand, count: 1, from: [marketing] }\n`;
    this.write('mergecast.yaml', policy + people);
    for (const { path, content } of await copiedActions(['check'])) this.write(path, content);
    const actions = { is: 'copied', folder: copiedFolder } as const;
    const text = checkWorkflow({ forge: 'gitea', actions, defaultBranch: 'main' });
    this.write('.gitea/workflows/mergecast-check.yml', text);
  }

  git(...args: string[]): string {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', args, {
      cwd: this.work,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    }).trim();
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.work, path)), { recursive: true });
    writeFileSync(join(this.work, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.work, path), 'utf8');
  }

  /** Commits everything and pushes it to a branch. */
  push(branch: string, user: User, message: string): string {
    this.git('add', '-A');
    this.git('-c', `user.name=${user}`, '-c', `user.email=${user}@example.invalid`, 'commit', '-q', '-m', message);
    this.git('push', '-q', '--force', this.gitea.cloneAs(user), `HEAD:refs/heads/${branch}`);
    return this.git('rev-parse', 'HEAD');
  }

  /** Back to the tip of the default branch, on a new branch. */
  begin(branch: string): void {
    this.git('fetch', '-q', 'origin', 'main');
    this.git('switch', '-q', '-C', branch, 'FETCH_HEAD');
  }

  async open(head: string, title: string, user: User = 'author'): Promise<number> {
    return (await this.gitea.call<{ number: number }>(user, 'POST', `${api}/pulls`, { head, base: 'main', title }))
      .number;
  }

  async approve(number: number, user: User, body = ''): Promise<void> {
    const { head } = await this.gitea.call<{ head: { sha: string } }>(user, 'GET', `${api}/pulls/${number}`);
    await this.gitea.call(user, 'POST', `${api}/pulls/${number}/reviews`, {
      event: 'APPROVED',
      body,
      commit_id: head.sha,
    });
  }

  /** Gitea looks in the background whether a pull request can be merged, and says "try again" until then. */
  async merge(number: number, how = 'merge', user: User = 'author'): Promise<void> {
    const { head } = await this.gitea.call<{ head: { sha: string } }>(user, 'GET', `${api}/pulls/${number}`);
    await until(`pull request ${number} is merged`, async () => {
      try {
        await this.gitea.call(user, 'POST', `${api}/pulls/${number}/merge`, { Do: how, head_commit_id: head.sha });
        return true;
      } catch (error) {
        if (/try again|405/i.test(String(error)) && !/approvals/i.test(String(error))) return null;
        throw error;
      }
    });
  }

  comments(number: number): Promise<{ body: string; user: { id: number } }[]> {
    return this.gitea.call('author', 'GET', `${api}/issues/${number}/comments`);
  }

  /** The checklist as the workflow wrote it, once it says something. */
  checklist(number: number, says: RegExp): Promise<string> {
    return until(`the checklist of ${number} says ${String(says)}`, async () => {
      const found = (await this.comments(number)).filter(({ body }) => body.startsWith('<!-- mergecast v1'));
      return found.length === 1 && says.test(found[0]?.body ?? '') ? (found[0]?.body ?? null) : null;
    });
  }

  /** A command in the work tree, as one of the people. */
  run(user: User, ...words: string[]): Promise<CommandOutput> {
    process.env['MERGECAST_FORGE_TOKEN'] = this.gitea.users[user].token;
    return commandLine(words, { cwd: this.work });
  }

  /** Executes on a machine, as the bot: a clone of its own that pushes as the bot, the reviews of the forge. */
  async execute(sandbox: string, ...words: string[]): Promise<CommandOutput> {
    const clone = mkdtempSync(join(tmpdir(), 'mergecast-gitea-run-'));
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    try {
      execFileSync('git', ['clone', '-q', this.gitea.cloneAs('bot'), clone], { env });
      const around = { ...process.env };
      process.env['MERGECAST_FORGE_TOKEN'] = this.gitea.users.bot.token;
      const forge = `gitea:${this.gitea.url}/acme/marketing`;
      const done = await commandLine(
        ['run', '--sandbox', sandbox, '--push', '--forge', forge, '--format', 'json', ...words],
        { cwd: clone },
      );
      process.env = around;
      return done;
    } finally {
      await rm(clone, { recursive: true, force: true });
    }
  }

  async remove(): Promise<void> {
    await rm(this.work, { recursive: true, force: true });
  }
}

/** Asks again until there is an answer; the world outside has its own pace. */
export async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 300));
  }
}
