import { spawn } from 'node:child_process';

/** Where and how a child process runs. */
export interface Surroundings {
  readonly cwd: string;
  /** The whole environment of the child: nothing else is inherited. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends the child when whoever started it is ended. */
  readonly signal: AbortSignal;
}

/** What a child process left behind. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A child process that serves until it is stopped. */
export interface Server {
  /** First line of its output, by which it says where it is. */
  readonly firstLine: string;
  stop(): Promise<void>;
}

/** Runs a program to its end, without a shell, and keeps what it said. A program that cannot start has code 127. */
export function runCommand(
  program: string,
  words: readonly string[],
  { cwd, env, signal }: Surroundings,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, [...words], {
      cwd,
      env: { ...env },
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: `${stderr}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 130, stdout, stderr }));
  });
}

/** Starts a program that serves, and waits for the first line of its output. */
export function startServer(
  program: string,
  words: readonly string[],
  { cwd, env, signal }: Surroundings,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words], {
      cwd,
      env: { ...env },
      signal,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const closed = new Promise<void>((ended) => child.once('close', () => ended()));
    const stop = (): Promise<void> => {
      child.kill('SIGTERM');
      return closed;
    };
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\n');
      if (end >= 0) resolve({ firstLine: text.slice(0, end), stop });
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`${program} ended with ${code ?? 'a signal'} before it was ready`)));
  });
}
