import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { sandboxOption } from '../sandbox-option.ts';

/** Adds `mergecast resume`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('resume')
      .description('write an execution with what remains of one that failed; it is approved and run like any other')
      .argument('<ID>', 'ULID of the manifest, or the first characters of the execution id')
      .addOption(sandboxOption('an execution of this sandbox instead of a live one'))
      .option('--push', "the sandbox's journal is at origin")
      .addHelpText('after', help),
  ).action(async (id: string, options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/resume.ts');
    process.exitCode = await handle(id, options, io);
  });
}

const help = `
What is done stays done and is not sent again; what was undone or refused can be changed before it is proposed.

Examples:
  mergecast resume 01JD8Q6C9V5Y3M7R2T4W8X0ZAB
  mergecast resume 3fa94c --sandbox http://127.0.0.1:4010`;
