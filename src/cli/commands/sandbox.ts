import { InvalidArgumentError, type Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast sandbox`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('sandbox')
      .description('stand-in for all platforms on this machine: nothing leaves it')
      .option('--port <N>', 'port to listen on; a free one without it', readPort, 0)
      .option('--state <FILE>', 'where it remembers everything, also over a kill')
      .addHelpText('after', help),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/sandbox.ts');
    process.exitCode = await handle(options, io);
  });
}

const help = `
The first line of the output is JSON with its url. Ctrl-C ends it.

  GET  /_sandbox           which instance it is, and the operations of every platform
  GET  /_sandbox/effects   what the world saw: at, platform, operation, effect, key, id, undone
  POST /_sandbox/faults    {platform, operation, kind, times}: what goes wrong next; an operation that is
                           left out or * is the next that changes something. Kinds: timeout-before-effect,
                           timeout-after-effect, reset-after-effect, 500-before-effect, 500-after-effect,
                           429, 401, malformed, redirect, slow
  POST /_sandbox/reset     forgets everything

Examples:
  mergecast sandbox --port 4010 --state sandbox-state.ndjson
  mergecast run --sandbox http://127.0.0.1:4010`;

/** 0 to 65535. */
function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}
