import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast plan`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('plan')
      .description('what would be sent, request by request, with its digest')
      .argument('<PATH>', 'an execution')
      .option('--base <REF>', 'take connections and policy from this branch or commit')
      .addHelpText(
        'after',
        '\nExamples:\n  mergecast plan executions/acme/2027-03/spring\n  mergecast plan executions/acme/2027-03/spring --format json',
      ),
  ).action(async (path: string, options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/plan.ts');
    process.exitCode = await handle(path, options, io);
  });
}
