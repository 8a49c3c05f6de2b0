import { GitStore } from './git-store.ts';
import type { CheckRun, Fault, Issue, IssueComment, Logged, Push, Status, Team, Token, User } from './types.ts';

const userStart = 583_200;

/** The automatic user of workflows. */
export const actionsBot = 41_898_282;
/** The App that workflows write check runs as. */
export const actionsApp = 15_368;

/** All that a GitHub with one repository remembers. Times are real ones, moved by `offset` milliseconds. */
export class World {
  readonly owner = 'acme';
  readonly name: string = 'marketing';
  readonly repositoryId = 1_296_269;
  readonly store: GitStore;
  /** Addresses for people and for programs; known once it listens. */
  origin = 'https://github.example';
  offset = 0;
  isPrivate = true;
  defaultBranch = 'main';
  /** Approvals of older commits are dismissed when somebody pushes. */
  dismissStale = false;
  /** Approvals that the merge button wants, as a rule of the branch would. */
  requiredApprovals = 0;
  readonly users = new Map<number, User>();
  readonly teams = new Map<string, Team>();
  readonly tokens = new Map<string, Token>();
  readonly issues = new Map<number, Issue>();
  comments: IssueComment[] = [];
  readonly labels = new Map<string, { id: number; name: string; color: string; description: string }>();
  readonly checks: CheckRun[] = [];
  readonly statuses: Status[] = [];
  readonly pushes: Push[] = [];
  /** Settings by path below the repository, as the endpoint answers them: tests write them, doctor reads them. */
  readonly settings = new Map<string, unknown>();
  readonly dispatches: { workflow: string; ref: string; inputs: unknown }[] = [];
  /** Branches of forks: `login:branch` to commit. */
  readonly forks = new Map<string, string>();
  readonly faults: Fault[] = [];
  readonly requests: Logged[] = [];
  /** Last answers of reads, for stale ones. */
  readonly seen = new Map<string, unknown>();
  known = new Map<string, string>();
  private counter = 100;

  constructor(folder: string) {
    this.store = new GitStore(folder);
    this.addUser('github-actions[bot]', { id: actionsBot, type: 'Bot', role: 'write', email: '41898282+github-actions[bot]@users.noreply.github.com' }); // prettier-ignore
    this.addUser('web-flow', { id: 19_864_447, role: 'none', email: 'noreply@github.com' });
    this.addUser('github-merge-queue[bot]', { id: 118_344_674, type: 'Bot', role: 'none' });
  }

  now(): string {
    return new Date(Date.now() + this.offset).toISOString().replace(/\.\d+Z/, 'Z');
  }

  nextId(): number {
    return (this.counter += 1);
  }

  nextNumber(): number {
    return Math.max(0, ...this.issues.keys()) + 1;
  }

  addUser(login: string, facts: Partial<User> = {}): User {
    const user: User = {
      id: userStart + this.users.size,
      login,
      name: login.charAt(0).toUpperCase() + login.slice(1),
      email: `${login}@acme.example`,
      type: 'User',
      role: 'write',
      isDeleted: false,
      ...facts,
    };
    this.users.set(user.id, user);
    this.tokens.set(`ghp_${login}`, { value: `ghp_${login}`, user: user.id, kind: 'personal', permissions: {} });
    return user;
  }

  /** By login, in any case; throws where a test names somebody who is not there. */
  user(login: string): User {
    const found = [...this.users.values()].find(
      (one) => !one.isDeleted && one.login.toLowerCase() === login.toLowerCase(),
    );
    if (found === undefined) throw new Error(`nobody is called ${login}`);
    return found;
  }

  byEmail(email: string): User | null {
    const number = /^(\d+)\+.*@users\.noreply\.github\.com$/.exec(email)?.[1];
    if (number !== undefined) return this.users.get(Number(number)) ?? null;
    return (
      [...this.users.values()].find((one) => !one.isDeleted && one.email.toLowerCase() === email.toLowerCase()) ?? null
    );
  }

  pull(number: number): Issue & { pull: NonNullable<Issue['pull']> } {
    const found = this.issues.get(number);
    if ((found?.pull ?? null) === null) throw new Error(`there is no pull request ${number}`);
    return found as Issue & { pull: NonNullable<Issue['pull']> };
  }

  get pulls(): (Issue & { pull: NonNullable<Issue['pull']> })[] {
    return [...this.issues.values()].filter((one) => one.pull !== null).map(({ number }) => this.pull(number));
  }
}
