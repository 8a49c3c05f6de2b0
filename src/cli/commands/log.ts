import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast log`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('log')
      .description('one execution from approval to seal, entry by entry')
      .argument('<ID>', 'ULID of the manifest, or the first characters of the execution id')
      .option('--offline', 'use what is here, without fetching from origin')
      .addHelpText(
        'after',
        '\nExamples:\n  mergecast log 01JD8Q6C9V5Y3M7R2T4W8X0ZAB\n  mergecast log 3fa94c --format json',
      ),
  ).action(async (id: string, options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/log.ts');
    process.exitCode = await handle(id, options, io);
  });
}
