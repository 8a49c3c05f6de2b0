import { InvalidArgumentError, type Command } from 'commander';
import { withCommon } from '../common.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast init`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('init')
      .description('make this folder a repository for a brand, ready for the sandbox')
      .option('--from <DIR>', 'take over a brand folder with its profile.json, unchanged')
      .option('--brand <SLUG>', 'name of the brand in small letters; without it, the name of the folder')
      .option('--market <XX>', 'where the brand sells, as a country code', readMarket, 'US')
      .option('--currency <XXX>', 'currency of its budget', readCurrency, 'USD')
      .option('--yes', 'ask nothing, for scripts; it never overwrites a file either way')
      .addHelpText('after', help),
  ).action(async (options: Record<string, unknown>) => {
    const { handle } = await import('../handlers/init.ts');
    process.exitCode = await handle(options, io);
  });
}

const help = `
Examples:
  mergecast init --brand acme-bikes --market DE --currency EUR
  mergecast init --from ~/brands/acme               # keeps profile.json as it is
  mergecast init                                    # again: adds only what is missing`;

/** ISO 3166-1 alpha-2. */
function readMarket(text: string): string {
  if (!/^[A-Z]{2}$/.test(text)) throw new InvalidArgumentError('Write a country code of two capitals, such as DE.');
  return text;
}

/** ISO 4217. */
function readCurrency(text: string): string {
  if (!/^[A-Z]{3}$/.test(text)) throw new InvalidArgumentError('Write a currency of three capitals, such as EUR.');
  return text;
}
