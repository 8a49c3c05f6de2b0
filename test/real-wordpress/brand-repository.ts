import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ensureJournalKey } from '../../src/adapters/keys/journal-keys.ts';
import { program } from '../support/bundle.ts';
import { GitFixture } from '../support/git-fixture.ts';
import type { WordPress } from './wordpress-server.ts';

const repositoryId = '6f1c1f0e-5a53-4a3e-9a54-0f6d3a0b7c11';

/** What a command of mergecast left. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly json: Record<string, unknown>;
}

/** A repository of one brand whose only connection is a WordPress on this machine, used live. */
export interface BrandRepository {
  readonly git: GitFixture;
  mergecast(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended>;
  /** The same, without waiting for its end. */
  start(args: readonly string[]): { readonly process: ChildProcess; readonly ended: Promise<Ended> };
  /** Proposes files as Dana, approves them as Erin. */
  approve(branch: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  run(...words: readonly string[]): Promise<Ended>;
  remove(): void;
}

/** Makes the repository, with the journal begun; its commands are the bundle's, which must have been built. Approvals count on trust here: signatures are tried elsewhere. */
export async function brandRepository(wordpress: WordPress): Promise<BrandRepository> {
  const git = new GitFixture();
  git.commit('Begin', {
    'mergecast.yaml': policyFor(wordpress.url),
    'brands/acme/profile.yaml': profile,
    'brands/acme/connections.yaml': connections(wordpress.url),
  });
  await ensureJournalKey(repositoryId, 'live', process.env);
  const secret = { ACME_WORDPRESS_PASSWORD: wordpress.password('editor').split(':')[1] ?? '' };
  const start = (
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): ReturnType<BrandRepository['start']> =>
    execute([program, ...args, '--repo', git.folder], {
      ...process.env,
      ...secret,
      ...environment,
    });
  const mergecast: BrandRepository['mergecast'] = (args, environment) => start(args, environment).ended;
  const begun = await mergecast(['unfreeze', '--genesis']);
  if (begun.code !== 0) throw new Error(begun.stderr);
  const approve = async (branch: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> => {
    git.become('dana');
    git.git('switch', '-q', '-c', branch);
    git.commit('Propose', files);
    git.git('switch', '-q', 'main');
    git.become('erin');
    const approved = await mergecast(['approve', branch, '--format', 'json']);
    if (approved.code !== 0) throw new Error(`${approved.stdout}${approved.stderr}`);
  };
  return {
    git,
    mergecast,
    start: (args) => start(args),
    approve,
    run: (...words) => mergecast(['run', '--format', 'json', ...words]),
    remove: () => git.remove(),
  };
}

function execute(args: readonly string[], environment: NodeJS.ProcessEnv): ReturnType<BrandRepository['start']> {
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  const ended = once(child, 'close').then(async (): Promise<Ended> => {
    const written = await stdout;
    return {
      code: child.exitCode,
      signal: child.signalCode,
      stdout: written,
      stderr: await stderr,
      json: parse(written),
    };
  });
  return { process: child, ended };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const policyFor = (url: string): string => `version: 1
repository: ${repositoryId}
groups:
  owners: [dana@acme.example, erin@acme.example]
approvals:
  lifetime: P180D
  on-trust: true
  rules: []
control-plane:
  owners: [owners]
roles:
  freeze: [owners]
  unfreeze: [owners]
  resolve: [owners]
  rollback: [owners]
secrets:
  ACME_WORDPRESS_PASSWORD: { platform: wordpress, hosts: [${new URL(url).host}], brands: [acme] }
`;

const profile = `brand_name: Acme
industry: { primary: retail, regulated: false, regulation_codes: [] }
target_markets: [DE]
brand_voice: { formality: 4, energy: 6, humor: 5, authority: 5, avoid_words: [], prefer_words: [] }
goals: { budget_range: "1,000-5,000 EUR/month" }
timezone: Europe/Berlin
postal_address: Acme, Main Street 1, 10000 Sampletown
`;

function connections(url: string): string {
  return `version: 1
connections:
  main-site:
    platform: wordpress
    base-url: ${url}
    account: editor
    test: true
    secrets: { password: ACME_WORDPRESS_PASSWORD }
`;
}
