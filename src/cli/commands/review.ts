import { InvalidArgumentError, type Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast review`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('review')
      .description('check a pull request on your own machine: its checklist, and what your review has to say')
      .argument('<PR>', 'number of the pull request', readNumber)
      .option('--forge <WHERE>', 'where it is: github:OWNER/NAME or gitea:URL (default: the policy, else origin)')
      .addHelpText('after', help),
  ).action(async (number: number, options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/review.ts');
    process.exitCode = await handle(number, options, io);
  });
}

const help = `
Nothing is shown to anybody else. What is printed comes from git and from the reviews, not from a comment that others could
have written. A private repository needs a token in MERGECAST_FORGE_TOKEN.

Examples:
  mergecast review 12
  mergecast review 12 --forge gitea:https://git.acme.example/acme/marketing`;

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('Write its number, such as 12.');
  return Number(text);
}
