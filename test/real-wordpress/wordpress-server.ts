import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { caller } from '../support/sandbox-fixture.ts';
import type { Site } from '../sandbox/wordpress-quirks.ts';

const scripts = resolve(
  process.env['WORDPRESS_SERVER'] ?? join(import.meta.dirname, '../../../shared/servers/wordpress'),
);

/** As it was before any test put another home folder in its place: the server's files are cached in the real one. */
const environment = { ...process.env };

/** Why a real WordPress cannot be started here; null where it can. */
export const unavailable = whyUnavailable();

/** A real WordPress with a site of its own. */
export interface WordPress extends Site {
  readonly url: string;
  /** `name:password` of a user, for Basic authentication. */
  password(user: 'editor' | 'author' | 'admin'): string;
  /** What the next change meets, such as `during kill` or `after drop`. */
  fault(line: string): void;
  /** Starts it again after it died: the same site at the same address. */
  restart(): void;
  stop(): Promise<void>;
}

interface Started {
  readonly url: string;
  readonly users: readonly { readonly name: string; readonly applicationPassword: string }[];
}

/** Starts a new site. */
export function startWordpress(): WordPress {
  const folder = mkdtempSync(join(tmpdir(), 'mergecast-wordpress-'));
  const site = start(folder);
  const password = (user: string): string =>
    `${user}:${site.users.find(({ name }) => name === user)?.applicationPassword ?? ''}`;
  const authorization = `Basic ${Buffer.from(password('editor')).toString('base64')}`;
  const { call } = caller(site.url);
  return {
    url: site.url,
    origin: site.url,
    call: (method, path, json, more) =>
      call(method, path, json, { ...more, headers: { authorization, ...more?.headers } }),
    password,
    fault: (line) => writeFileSync(join(folder, 'fault'), `${line}\n`),
    restart: () => {
      if (start(folder).url !== site.url) throw new Error('the port was taken meanwhile');
    },
    stop: async () => {
      execFileSync(join(scripts, 'stop'), [folder], { stdio: 'ignore' });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function start(folder: string): Started {
  return JSON.parse(
    execFileSync(join(scripts, 'start'), [folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: environment,
    }),
  ) as Started;
}

function whyUnavailable(): string | null {
  if (!existsSync(join(scripts, 'start'))) return `there is no ${scripts}/start (set WORDPRESS_SERVER to its folder)`;
  try {
    execFileSync('php', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'PHP is not installed';
  }
}
