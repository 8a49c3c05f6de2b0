import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Effect } from '../../src/sandbox/kit/index.ts';
import { BrandRepository } from '../support/brand-repository.ts';
import { ensureBundle, program } from '../support/bundle.ts';
import { caller, type SandboxFixture } from '../support/sandbox-fixture.ts';

/** How a run of the bundled command ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Reported {
  readonly executions: {
    readonly state: string;
    readonly reason?: string;
    readonly steps: readonly { readonly id: string; readonly operations: readonly { id: string; state: string }[] }[];
  }[];
}

/**
 * A repository with an approved execution that nothing has run yet; every test takes a copy. The bundle lies beside it, so
 * that nobody builds another one in the middle.
 */
export async function makeTemplate(kind: string): Promise<BrandRepository> {
  await ensureBundle();
  const repository = await BrandRepository.make();
  await repository.approved(kind, 'Spring is here');
  cpSync(dirname(program), join(repository.root, 'dist'), { recursive: true });
  writeFileSync(join(repository.root, 'package.json'), '{ "type": "module" }');
  return repository;
}

/** A sandbox of a test, in this process or, to be killed, in one of its own. */
interface Platform {
  readonly url: string;
  close(): Promise<void>;
}

/** A copy of the template with keys, home and a sandbox of its own. */
export class CrashPlace {
  readonly root = mkdtempSync(join(tmpdir(), 'mergecast-crash-'));
  readonly folder = join(this.root, 'work');
  private readonly started: ChildProcess[] = [];
  private platform: Platform = { url: '', close: async () => undefined };

  private constructor(template: BrandRepository) {
    cpSync(template.root, this.root, { recursive: true });
  }

  static async make(template: BrandRepository, options: { isProcess?: boolean } = {}): Promise<CrashPlace> {
    const place = new CrashPlace(template);
    if (options.isProcess === true) await place.restartSandbox();
    else place.platform = await place.sandboxHere();
    return place;
  }

  get url(): string {
    return this.platform.url;
  }

  get world(): Pick<SandboxFixture, 'call' | 'effects' | 'fault'> {
    return caller(this.url);
  }

  /** Kills the sandbox where it lives in a process of its own. */
  killSandbox(): Promise<void> {
    return this.platform.close();
  }

  /** Starts it in a process of its own; a second time on the same port, with what it had written down. */
  async restartSandbox(): Promise<void> {
    await this.platform.close();
    const port = this.url === '' ? '0' : new URL(this.url).port;
    const { child, ended } = this.start(['sandbox', '--port', port, '--state', join(this.root, 'state.ndjson')]);
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()))); // prettier-ignore
    const close = async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    };
    this.platform = { url: (JSON.parse(line) as { url: string }).url, close };
  }

  private async sandboxHere(): Promise<Platform> {
    const sandbox = await startSandbox({ stateFile: join(this.root, 'state.ndjson') });
    if (!sandbox.ok) throw new Error(sandbox.error[0]?.message);
    return sandbox.value;
  }

  /** Starts the bundled command here; `killAt` is a crash point. */
  start(words: readonly string[], killAt?: string): { child: ChildProcess; ended: Promise<Ended> } {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: this.root,
      XDG_CONFIG_HOME: join(this.root, 'config'),
      GIT_CONFIG_GLOBAL: join(this.root, 'gitconfig'),
      GIT_CONFIG_NOSYSTEM: '1',
      ...(killAt !== undefined && { MERGECAST_KILL_AT: killAt }),
    };
    const child = spawn(process.execPath, [join(this.root, 'dist', basename(program)), ...words], {
      cwd: this.folder,
      env,
    });
    this.started.push(child);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = new Promise<Ended>((resolve) =>
      child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
    );
    return { child, ended };
  }

  run(killAt?: string): Promise<Ended> {
    return this.start(['run', '--sandbox', this.url, '--format', 'json'], killAt).ended;
  }

  async audit(): Promise<unknown> {
    const { stdout } = await this.start(['audit', 'verify', '--format', 'json']).ended;
    return JSON.parse(stdout);
  }

  /** What an audience or an invoice noticed, in order. */
  async liveEffects(): Promise<Effect[]> {
    return (await this.world.effects()).filter(({ effect }) => effect !== 'inert');
  }

  async remove(): Promise<void> {
    for (const child of this.started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await this.platform.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The report of a run. */
export function reported({ stdout, stderr }: Ended): Reported {
  try {
    return JSON.parse(stdout) as Reported;
  } catch {
    throw new Error(`no report: ${stdout}\n${stderr}`);
  }
}
