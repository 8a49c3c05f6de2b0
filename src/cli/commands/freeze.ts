import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { sandboxOption } from '../sandbox-option.ts';

/** Adds `mergecast freeze`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('freeze')
      .description('the kill switch: nothing starts any more until it is unfrozen')
      .option('--reason <TEXT>', 'why; stands in the journal', 'no reason given')
      .option('--scope <SCOPE>', 'all, brand:NAME, platform:NAME or campaign:NAME', 'all')
      .addOption(sandboxOption('freeze the sandbox instead of the live world'))
      .option('--push', "the sandbox's journal is at origin")
      .addHelpText(
        'after',
        '\nExamples:\n  mergecast freeze\n  mergecast freeze --reason "price error in the shop"\n  mergecast freeze --scope brand:acme --reason "crisis"',
      ),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/freeze.ts');
    process.exitCode = await handle({ ...options, kind: 'FREEZE' }, io);
  });
}
