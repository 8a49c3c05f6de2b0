import { Option, type Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { sandboxOption } from '../sandbox-option.ts';

const answers = ['happened', 'did-not-happen', 'resume', 'compensate', 'close'];

/** Adds `mergecast resolve`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('resolve')
      .description('show the question that an execution waits with, or propose the answer to it')
      .argument('<ID>', 'ULID of the manifest, or the first characters of the execution id')
      .option('--step <STEP>', 'step that the question is about, to be sure')
      .option('--operation <OPERATION>', 'its operation')
      .addOption(new Option('--answer <ANSWER>', 'what is true, or what to do').choices(answers))
      .option('--reason <TEXT>', 'how you know, in one sentence')
      .option('--seen <TEXT>', 'what you saw, and where: an address, for example')
      .option('--receipt-id <ID>', 'the id that the platform shows, where later steps need it')
      .option('--receipt-url <URL>', 'the address of what it made, with --receipt-id')
      .option('--at-once', 'in the sandbox: settle it without a review, if you have the role')
      .addOption(sandboxOption('an execution of this sandbox instead of a live one'))
      .option('--push', "the sandbox's journal is at origin")
      .addHelpText('after', help),
  ).action(async (id: string, options: Record<string, unknown>, command: Command) => {
    if (options['answer'] !== undefined && options['reason'] === undefined)
      command.error('error: --answer needs --reason: somebody will want to know how you knew');
    const { handle } = await import('../handlers/resolve.ts');
    process.exitCode = await handle(id, options, io);
  });
}

const help = `
Somebody else, with the role "resolve" in the policy, approves the answer; then \`mergecast run\` goes on.

Examples:
  mergecast resolve 01JD8Q6C9V5Y3M7R2T4W8X0ZAB
  mergecast resolve 3fa94c --step note --operation post --answer happened --reason "It stands in the channel."`;
