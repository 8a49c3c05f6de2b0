// One command of mergecast as a process of its own, without a build. Usage: run-command.ts COMMAND [ARGUMENTS]
import { Command } from 'commander';
import { terminalIo, type Io } from '../../src/cli/io.ts';

const name = process.argv[2] ?? '';
const { register } = (await import(`../../src/cli/commands/${name}.ts`)) as {
  register: (program: Command, io: Io) => void;
};
const program = new Command();
register(program, terminalIo());
await program.parseAsync();
