import type { Io } from './io.ts';

const issues = 'https://github.com/mergecast/mergecast/issues';

/** A bug in one sentence: a stack trace helps nobody who reads it here, and a cause may hold what must not be shown. */
export function reportBug(error: unknown, io: Io): void {
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n', 1)[0] ?? ''}` : String(error);
  io.stderr(`mergecast stopped because of a mistake of its own (${what}). Nothing is half-recorded: run it again.\n`);
  io.stderr(`Please report it with the command you typed at ${issues}. MERGECAST_DEBUG=1 shows where it happened.\n`);
  if (io.env['MERGECAST_DEBUG'] === '1' && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`);
}
