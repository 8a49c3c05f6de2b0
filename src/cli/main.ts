#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createProgram } from './create-program.ts';
import { terminalIo, type Io } from './io.ts';

const issues = 'https://github.com/mergecast/mergecast/issues';
/** What commander calls help and version: they end the program, but nothing is wrong. */
const harmless = new Set(['commander.helpDisplayed', 'commander.version']);

/** Runs one command line. Wrong usage and bugs exit with 2; everything else is the handler's word. */
async function main(argv: readonly string[], io: Io): Promise<void> {
  try {
    await createProgram(io).parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) reportBug(error, io);
    process.exitCode = error instanceof CommanderError && harmless.has(error.code) ? 0 : 2;
  }
}

/** A bug in one sentence: a stack trace helps nobody who reads it here, and a cause may hold what must not be shown. */
function reportBug(error: unknown, io: Io): void {
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n', 1)[0] ?? ''}` : String(error);
  io.stderr(`mergecast stopped because of a mistake of its own (${what}). Nothing is half-recorded: run it again.\n`);
  io.stderr(`Please report it with the command you typed at ${issues}. MERGECAST_DEBUG=1 shows where it happened.\n`);
  if (io.env['MERGECAST_DEBUG'] === '1' && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`);
}

const io = terminalIo();
process.on('uncaughtException', (error) => {
  reportBug(error, io);
  process.exit(2);
});
await main(process.argv, io);
