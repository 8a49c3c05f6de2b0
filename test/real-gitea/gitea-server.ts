import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const scripts = resolve(process.env['GITEA_SERVER'] ?? join(import.meta.dirname, '../../../shared/servers/gitea'));

/** As it was before any test put another home folder in its place: what is built is cached in the real one. */
const environment = { ...process.env };

/** Why a real Gitea cannot be started here; null where it can. The first start builds it, which takes minutes. */
export const unavailable = whyUnavailable();

export type User = 'root-admin' | 'author' | 'reviewer' | 'intern' | 'bot';

/** What is known about a started Gitea: its JSON, as the server's own page describes it. */
export interface GiteaState {
  readonly url: string;
  readonly api: string;
  readonly users: Readonly<Record<User, { readonly password: string; readonly token: string }>>;
  readonly org: string;
  readonly teams: Readonly<
    Record<'writers' | 'approvers', { readonly id: number; readonly members: readonly string[] }>
  >;
  readonly repos: Readonly<Record<string, { readonly clone: string }>>;
  readonly dir: string;
}

/** A real Gitea with users, a team that approves and a repository `acme/marketing`, whose `main` needs an approval. */
export interface Gitea extends GiteaState {
  /** Address to clone from and push to as somebody. */
  cloneAs(user: User): string;
  /** The plain interface, for what a person would do by hand. Throws where Gitea refuses. */
  call<T = Record<string, unknown>>(user: User, method: string, path: string, body?: object): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a new one; `runner` lets it run workflows on this machine. Once for a suite: it takes seconds. */
export function startGitea(options: { readonly runner?: boolean } = {}): Gitea {
  const folder = mkdtempSync(join(tmpdir(), 'mergecast-gitea-'));
  const words = options.runner === true ? ['--runner', folder] : [folder];
  const output = execFileSync(join(scripts, 'start'), words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  });
  const state = JSON.parse(output) as GiteaState;
  return {
    ...state,
    cloneAs: (user) => (state.repos['acme/marketing']?.clone ?? '').replace('://', `://${user}:${state.users[user].token}@`), // prettier-ignore
    call: (user, method, path, body) => call(state, user, method, path, body),
    stop: async () => {
      execFileSync(join(scripts, 'stop'), [folder], { stdio: 'ignore' });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function call<T>(state: GiteaState, user: User, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${state.api}${path}`, {
    method,
    headers: { authorization: `token ${state.users[user].token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

function whyUnavailable(): string | null {
  if (!existsSync(join(scripts, 'start'))) return `there is no ${scripts}/start (set GITEA_SERVER to its folder)`;
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'Go is not installed';
  }
}
