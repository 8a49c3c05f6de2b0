import type { Command } from 'commander';
import type { Io } from '../io.ts';

/** Adds `mergecast demo`. */
export function register(program: Command, io: Io): void {
  program
    .command('demo')
    .description('the whole loop in a temporary folder: nothing to set up, nothing leaves this machine')
    .option('--keep <DIR>', 'work in this empty folder and leave everything there to look at')
    .addHelpText('after', '\nExamples:\n  mergecast demo\n  mergecast demo --keep ./mergecast-demo')
    .action(async (options: Record<string, unknown>) => {
      const { handle } = await import('../handlers/demo.ts');
      process.exitCode = await handle(options, io);
    });
}
