import { Argument, InvalidArgumentError, type Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { kinds } from '../new/kinds.ts';
import { readChoice } from '../read-choice.ts';

/** Adds `mergecast new`. */
export function register(program: Command, io: Io): void {
  const names = Object.keys(kinds);
  withCommon(
    program
      .command('new')
      .description('write a new execution from a template, or from an older one')
      .addArgument(
        new Argument('[KIND]', 'what to write; may be left out with --from')
          .choices(names)
          .argParser(readChoice(names)),
      )
      .option('--brand <BRAND>', 'whose it is; needed where there are several')
      .option('--name <WORDS>', 'title in a few words; the folder is called after it')
      .option('--from <EXECUTION>', 'copy this older execution under a new id')
      .option('--at <TIME>', "when it goes out, in the brand's time zone, such as 2027-03-02T09:00", readWallTime)
      .addHelpText('after', `\nKinds:\n${kindLines()}\n${examples}`),
  ).action(async (kind: string | undefined, options: Record<string, unknown>, command: Command) => {
    if (kind === undefined && options['from'] === undefined)
      command.error(`error: missing argument KIND: what should be written? Known: ${names.join(', ')}.`);
    const { handle } = await import('../handlers/new.ts');
    process.exitCode = await handle({ ...options, kind }, io);
  });
}

function kindLines(): string {
  return Object.entries(kinds).map(([name, { words }]) => `  ${name.padEnd(16)}${words}\n`).join(''); // prettier-ignore
}

const examples = `Examples:
  mergecast new blog --name "Spring is here"
  mergecast new blog-and-email --brand acme --at 2027-03-02T09:00
  mergecast new --from executions/acme/2027-03/spring-is-here --name "Summer is here"`;

/** Wall time without an offset: the zone is the brand's. */
function readWallTime(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(text);
  const time = new Date(`${match?.[1]}T${match?.[2]}:00Z`);
  // A day that does not exist, such as 31 April, would silently become another one.
  if (match === null || Number.isNaN(time.getTime()) || !time.toISOString().startsWith(match[1] ?? ''))
    throw new InvalidArgumentError("Write day and time in the brand's time zone, such as 2027-03-02T09:00.");
  return `${match[1]}T${match[2]}`;
}
