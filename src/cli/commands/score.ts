import { Argument, type Command } from 'commander';
import { textKinds } from '../../core/scorer.ts';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { choiceOption } from '../read-choice.ts';

/** Adds `mergecast score`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('score')
      .description('scores of one text, or of many')
      .addArgument(new Argument('[FILE]', 'a text: .md, .html or .txt'))
      .addOption(choiceOption('--kind <KIND>', 'what the text is', textKinds))
      .option('--batch', 'read lines {"id", "kind", "text"} from standard input, write lines {"id", "scores"} in order')
      .addHelpText(
        'after',
        '\nExamples:\n  mergecast score blog.md --kind blog\n  mergecast score --batch < texts.ndjson > scores.ndjson',
      ),
  ).action(async (file: string | undefined, options: Record<string, unknown>, command: Command) => {
    const isBatch = options['batch'] === true;
    if (isBatch && file !== undefined) command.error('error: --batch reads standard input: leave FILE out.');
    if (!isBatch && file === undefined) command.error('error: name a FILE, or use --batch.');
    if (!isBatch && options['kind'] === undefined)
      command.error(`error: --kind is missing: what is the text? Known: ${textKinds.join(', ')}.`);
    const { handle } = await import('../handlers/score.ts');
    process.exitCode = await handle(file ?? null, options, io);
  });
}
