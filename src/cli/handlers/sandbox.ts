import { resolve } from 'node:path';
import { defaultStateFile } from '../../sandbox/default-state-file.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import type { Io } from '../io.ts';
import { printFailure } from '../print.ts';

/** Runs a sandbox until it is told to end. Its first line says where it is. */
export async function handle(options: Record<string, unknown>, io: Io): Promise<number> {
  const { port = 0, state, format } = options as { port?: number; state?: string; format?: string };
  const stateFile = state === undefined ? defaultStateFile(port) : resolve(io.cwd, state);
  const ended = untilEnded();
  const sandbox = await startSandbox({ port, stateFile });
  if (!sandbox.ok) return printFailure(io, format, sandbox.error);
  const { url, instance } = sandbox.value;
  io.stdout(`${JSON.stringify({ version: 1, url, instance, pid: process.pid, state: stateFile })}\n`);
  io.progress(`Nothing leaves this machine. Try: mergecast run --sandbox ${url}`);
  await ended;
  await sandbox.value.close();
  return 0;
}

function untilEnded(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end());
  });
}
