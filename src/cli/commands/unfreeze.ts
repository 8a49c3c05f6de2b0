import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { sandboxOption } from '../sandbox-option.ts';

/** Adds `mergecast unfreeze`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('unfreeze')
      .description('lift a freeze, or write the beginning of the journal')
      .option('--reason <TEXT>', 'why; stands in the journal', 'over')
      .option('--scope <SCOPE>', 'what to lift: all, brand:NAME, platform:NAME or campaign:NAME', 'all')
      .option(
        '--genesis',
        'write the first entry: this key and the default branch as it is now are trusted from here on',
      )
      .addOption(sandboxOption('unfreeze the sandbox instead of the live world'))
      .option('--push', "the sandbox's journal is at origin")
      .addHelpText(
        'after',
        '\nExamples:\n  mergecast unfreeze --reason "price corrected"\n  mergecast unfreeze --genesis',
      ),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/freeze.ts');
    process.exitCode = await handle({ ...options, kind: 'UNFREEZE' }, io);
  });
}
