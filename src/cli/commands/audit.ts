import { InvalidArgumentError, type Command } from 'commander';
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
      .option(
        '--public-key <KEY>',
        'public key of the live journal (or of the sandbox), where this machine does not hold the key',
        readPublicKey,
      )
      .addHelpText('after', '\nExamples:\n  mergecast audit verify\n  mergecast audit verify --offline --format json'),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/audit-verify.ts');
    process.exitCode = await handle(options, io);
  });
}

/** An Ed25519 key in the DER form (SPKI) as base64url: always the same beginning, then 32 bytes. */
function readPublicKey(text: string): string {
  if (/^MCowBQYDK2VwAyEA[A-Za-z0-9_-]{43}$/.test(text)) return text;
  throw new InvalidArgumentError('A public key is one word of 59 characters that begins with MCowBQYDK2VwAyEA.');
}
