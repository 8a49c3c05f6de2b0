import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast approve`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('approve')
      .description('approve a proposal without a forge: checks it again, then merges it')
      .argument('<BRANCH>', 'branch that holds the proposal')
      .option('--confirm-spend <AMOUNT>', "the exact amount, where it lies above the brand's limit")
      .option('--base <BRANCH>', "default branch, if it is neither origin's nor main")
      .addHelpText('after', help),
  ).action(async (branch: string, options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/approve.ts');
    process.exitCode = await handle({ ...options, branch }, io);
  });
}

const help = `
The approval is for exactly the content that the check has seen: one changed byte later, and nothing is sent.

Examples:
  mergecast approve execution/acme/spring-is-here
  mergecast approve execution/acme/summer-ads --confirm-spend "EUR 12500.00"`;
