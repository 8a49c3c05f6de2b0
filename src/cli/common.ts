import { Option, type Command } from 'commander';

/** Options that every command has. A format that does not exist is an error, never a silent default. */
export function withCommon(command: Command, formats: readonly string[] = ['text', 'json']): Command {
  return command
    .option('--repo <DIR>', 'the repository, if it is not the current folder')
    .addOption(new Option('--format <FORMAT>', 'how the result is printed').choices([...formats]).default('text'));
}
