import { InvalidArgumentError, type Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { readTime } from './run.ts';

/** Adds `mergecast check`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('check')
      .description('what is wrong, what would go out, and whose approval is missing')
      .argument('[PATH...]', 'executions, or folders above them; all without it')
      .option('--base <REF>', 'check only what differs from this branch or commit, by its policy')
      .option('--pull-request <NUMBER>', 'check this pull request, and show the result on it', readNumber)
      .option('--forge <ADDRESS>', 'where that is, such as github:acme/marketing, if mergecast.yaml does not say')
      .option('--now <TIME>', 'take this as the time; it authorises nothing', readTime)
      .addHelpText(
        'after',
        `
Examples:
  mergecast check                                  # every execution of the work tree
  mergecast check executions/acme/2027-03/spring   # this one
  mergecast check --base origin/main --format markdown
  mergecast check --pull-request 7                 # for any pipeline: fetches, checks, comments`,
      ),
    ['text', 'json', 'markdown', 'sarif'],
  ).action(async (paths: readonly string[], options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/check.ts');
    process.exitCode = await handle(paths, options, io);
  });
}

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write its number, such as 7.');
  return Number(text);
}
