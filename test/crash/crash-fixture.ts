import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/start-sandbox.ts';
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

/** A copy of the template with keys, home and a sandbox of its own. */
export class CrashPlace {
  readonly root = mkdtempSync(join(tmpdir(), 'mergecast-crash-'));
  readonly folder = join(this.root, 'work');
  private readonly started: ChildProcess[] = [];
  private readonly sandbox: RunningSandbox;
  readonly world: Pick<SandboxFixture, 'call' | 'effects' | 'fault'>;

  private constructor(template: BrandRepository, sandbox: RunningSandbox) {
    cpSync(template.root, this.root, { recursive: true });
    this.sandbox = sandbox;
    this.world = caller(sandbox.url);
  }

  static async make(template: BrandRepository): Promise<CrashPlace> {
    const folder = mkdtempSync(join(tmpdir(), 'mergecast-crash-state-'));
    const sandbox = await startSandbox({ stateFile: join(folder, 'state.ndjson') });
    if (!sandbox.ok) throw new Error(sandbox.error[0]?.message);
    const { close } = sandbox.value;
    const remove = async (): Promise<void> => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    };
    return new CrashPlace(template, { ...sandbox.value, close: remove });
  }

  get url(): string {
    return this.sandbox.url;
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
    await this.sandbox.close();
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
