import type { Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast audit verify`. */
export function register(program: Command, io: Io): void {
  const audit = program.command('audit').description('prove what happened');
  withCommon(
    audit
      .command('verify')
      .description('check every signature, chain and sealed log')
      .option('--offline', 'use what is here, without fetching from origin')
      .option('--public-key <KEY>', 'public key of the journal (base64url), where this machine does not hold the key')
      .addHelpText('after', '\nExamples:\n  mergecast audit verify\n  mergecast audit verify --offline --format json'),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/audit-verify.ts');
    process.exitCode = await handle(options, io);
  });
}
