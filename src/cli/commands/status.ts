import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { sandboxOption } from '../sandbox-option.ts';

/** Adds `mergecast status`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('status')
      .description('where every execution stands, and what the budgets hold; changes nothing')
      .addOption(sandboxOption('the world of this sandbox instead of the live one'))
      .option('--push', "the sandbox's journal is at origin")
      .addHelpText(
        'after',
        '\nExamples:\n  mergecast status\n  mergecast status --sandbox http://127.0.0.1:4010 --format json',
      ),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/status.ts');
    process.exitCode = await handle(options, io);
  });
}
