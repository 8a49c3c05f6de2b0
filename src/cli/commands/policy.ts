import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { readTime } from './run.ts';

/** Adds `mergecast policy explain` and `mergecast policy test`. */
export function register(program: Command, io: Io): void {
  const policy = program.command('policy').description('understand and try out who has to approve what');
  withCommon(
    policy
      .command('explain')
      .description('each rule: whether it applies and why, whose approval counts, who is ignored, and what is missing')
      .argument('<PR|PATH>', 'number of a pull request, or folder of an execution')
      .option('--forge <ADDRESS>', 'where the pull request is, such as github:acme/marketing, if nothing else says it')
      .option('--now <TIME>', 'take this as the time; it authorises nothing', readTime)
      .addHelpText(
        'after',
        '\nExamples:\n  mergecast policy explain 7\n  mergecast policy explain executions/acme/2027-03/spring-is-here',
      ),
  ).action(async (subject: string, options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/policy-explain.ts');
    process.exitCode = await handle(subject, options, io);
  });
  withCommon(
    policy
      .command('test')
      .description('whether the policy of the work tree decides cases as they expect')
      .argument('[FILE...]', 'files of cases; all of policy-tests/ without it')
      .addHelpText(
        'after',
        '\nExamples:\n  mergecast policy test\n  mergecast policy test policy-tests/money.yaml --format json',
      ),
  ).action(async (files: readonly string[], options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/policy-test.ts');
    process.exitCode = await handle(files, options, io);
  });
}
