import { InvalidArgumentError, type Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';
import { sandboxOption } from '../sandbox-option.ts';

/** Adds `mergecast run`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('run')
      .description('execute everything on the default branch that is approved, due and not yet executed')
      .option('--once', 'one pass, without waiting for other runners or doubts')
      .option('--shard <I/N>', 'work on one of N parts only', readShard)
      .addOption(sandboxOption('send everything to a sandbox on this machine'))
      .option('--forge <WHERE>', 'take the reviews there as approvals: github:OWNER/NAME or gitea:URL')
      .option('--push', "keep the sandbox's journal at origin instead of in this repository")
      .option('--now <TIME>', 'take this as the time that decides what is due (sandbox only)', readTime)
      .addHelpText(
        'after',
        `
Examples:
  mergecast run                                    # live: needs the journal key and the secrets
  mergecast run --sandbox http://127.0.0.1:4010    # a trial: no secret, own identities
  mergecast run --sandbox http://127.0.0.1:4010 --now 2027-03-02T08:00:00Z`,
      ),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/run.ts');
    process.exitCode = await handle(options, io);
  });
}

/** `2/4` -> part 2 of 4. */
export function readShard(text: string): { index: number; count: number } {
  const match = /^(\d{1,3})\/(\d{1,3})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > count) throw new InvalidArgumentError('Write it as I/N, such as 2/4.');
  return { index, count };
}

/** An instant with its offset; a time without one would mean another moment on every machine. */
export function readTime(text: string): Date {
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const time = new Date(text);
  if (!isInstant || Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('Write an instant with its offset, such as 2027-03-02T08:00:00Z.');
  return time;
}
