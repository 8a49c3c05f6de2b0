import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast connectors`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('connectors')
      .description('the platforms, what a step can do there, and how far it can be undone')
      .addHelpText('after', '\nExamples:\n  mergecast connectors\n  mergecast connectors --format json'),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/connectors.ts');
    process.exitCode = await handle(options, io);
  });
}
