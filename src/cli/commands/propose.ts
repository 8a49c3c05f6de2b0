import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast propose`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('propose')
      .description('put one execution on a branch of its own, and push it where there is an origin')
      .argument('[PATH...]', 'folder of the execution; without it, the one that was changed')
      .option('--base <BRANCH>', "default branch, if it is neither origin's nor main")
      .addHelpText('after', help),
  ).action(async (paths: string[], options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/propose.ts');
    process.exitCode = await handle({ ...options, paths }, io);
  });
}

const help = `
Your files, your staged changes and the branch you are on stay as they are. Run it again to change the proposal.

Examples:
  mergecast propose
  mergecast propose executions/acme/2027-03/spring-is-here`;
