import { spawn } from 'node:child_process';
import { gitAccessEnvironment } from './git-access.ts';

/** What a git command printed. `code` is null when it could not be started or was killed. */
export interface GitAnswer {
  readonly code: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/**
 * An embedded bare repository can name programs that git runs, and replace refs swap bytes. So: no system or user
 * configuration, no hooks, no monitor, no prompt, only the protocols we mean, and bare repositories only when named.
 */
export const hardenedFlags: readonly string[] = [
  '-c', 'safe.bareRepository=explicit',
  '-c', 'core.fsmonitor=false',
  '-c', 'core.hooksPath=/dev/null',
  '-c', 'core.quotePath=false',
  '-c', 'gc.auto=0',
  '-c', 'maintenance.auto=false',
  '-c', 'push.gpgSign=false',
]; // prettier-ignore

/** Variables that git needs from the caller, such as the agent that holds the ssh key; nothing else is handed on. */
const passedOn = ['PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR', 'SSH_AUTH_SOCK', 'SYSTEMROOT', 'XDG_CONFIG_HOME'];

/** The environment of journal.md 3.3. */
export function hardenedEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ALLOW_PROTOCOL: 'file:https:ssh:http',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
  };
  for (const name of passedOn) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

export interface GitOptions {
  /** Where git looks for the repository. */
  readonly directory: string;
  readonly input?: string | Uint8Array;
  /** Milliseconds; a push that hangs is an unknown outcome, not a wait for ever. */
  readonly timeout?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Most that a git command may print, in bytes. */
const largestAnswer = 256 * 1024 * 1024;

/**
 * Runs git in the hardened environment. Never throws for git's own failures. A look into the repository is one plain
 * process, a dozen of which a check can afford; what may hang on a network is watched by execa, which ends it for sure.
 */
export async function runGit(args: readonly string[], options: GitOptions): Promise<GitAnswer> {
  return options.timeout === undefined ? runLocally(args, options) : runWatched(args, options);
}

function runLocally(args: readonly string[], options: GitOptions): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = spawn('git', [...hardenedFlags, ...args], {
      cwd: options.directory,
      env: { ...hardenedEnvironment(), ...options.environment },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[], bytes: 0 };
    const collect = (name: 'stdout' | 'stderr') => (chunk: Buffer) => {
      printed.bytes += chunk.length;
      if (printed.bytes > largestAnswer) child.kill('SIGKILL');
      else printed[name].push(chunk);
    };
    child.stdout?.on('data', collect('stdout'));
    child.stderr?.on('data', collect('stderr'));
    const end = (code: number | null): void =>
      resolve({ code, stdout: Buffer.concat(printed.stdout), stderr: Buffer.concat(printed.stderr).toString('utf8') });
    child.on('error', () => end(null));
    child.on('close', (code) => end(code));
    // Git may end before it has read everything; its answer says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });
}

async function runWatched(args: readonly string[], options: GitOptions): Promise<GitAnswer> {
  const { execa } = await import('execa');
  const result = await execa('git', [...hardenedFlags, ...args], {
    cwd: options.directory,
    env: { ...hardenedEnvironment(), ...gitAccessEnvironment(), ...options.environment },
    extendEnv: false,
    reject: false,
    encoding: 'buffer',
    stripFinalNewline: false,
    maxBuffer: largestAnswer,
    ...(options.input === undefined ? { stdin: 'ignore' as const } : { input: options.input }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout, forceKillAfterDelay: 500 }),
  });
  return {
    code: result.exitCode ?? null,
    stdout: result.stdout ?? new Uint8Array(),
    stderr: Buffer.from(result.stderr ?? new Uint8Array()).toString('utf8'),
  };
}

/** Output as text, or null where git failed. */
export async function gitText(args: readonly string[], options: GitOptions): Promise<string | null> {
  const answer = await runGit(args, options);
  return answer.code === 0 ? Buffer.from(answer.stdout).toString('utf8') : null;
}

/** Output split at NUL bytes, without the empty rest; null where git failed. */
export async function gitFields(args: readonly string[], options: GitOptions): Promise<string[] | null> {
  const text = await gitText(args, options);
  return text === null ? null : text.split('\0').filter((field) => field !== '');
}
