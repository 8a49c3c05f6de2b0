import { InvalidArgumentError, type Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast preview`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('preview')
      .description('what people will see of an execution, as one HTML page that loads nothing')
      .argument('<PATH>', 'folder of the execution, or a file in it')
      .option('--output <FILE>', 'where the page is written; else in a temporary folder', readPageName)
      .option('--base <REF>', 'take connections and policy from this branch or commit')
      .addHelpText(
        'after',
        `
Examples:
  mergecast preview executions/acme/2027-03/spring-is-here
  mergecast preview executions/acme/2027-03/spring-is-here --output spring.html`,
      ),
  ).action(async (path: string, options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/preview.ts');
    process.exitCode = await handle(path, options, io);
  });
}

/** An older page is replaced; nothing else ever is. */
function readPageName(file: string): string {
  if (!/[^/\\]\.html?$/i.test(file)) throw new InvalidArgumentError('Write the name of a page, such as preview.html.');
  return file;
}
