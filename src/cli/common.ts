import type { Command } from 'commander';
import { choiceOption } from './read-choice.ts';

/** Options that every command has. A format that does not exist is an error, never a silent default. */
export function withCommon(command: Command, formats: readonly string[] = ['text', 'json']): Command {
  return command
    .option('--repo <DIR>', 'the repository, if it is not the current folder')
    .addOption(choiceOption('--format <FORMAT>', 'how the result is printed', formats).default('text'));
}
