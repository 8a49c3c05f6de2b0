import { CommanderError } from 'commander';
import { createProgram } from './create-program.ts';
import type { Io } from './io.ts';
import { reportBug } from './report-bug.ts';

/** Runs one command line and gives its exit code. Wrong usage and bugs are 2; everything else is the handler's word. */
export async function runProgram(argv: readonly string[], io: Io): Promise<number> {
  try {
    await createProgram(io).parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof CommanderError)) reportBug(error, io);
    // Help and version end the program like this too, but nothing is wrong.
    return error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  }
}
