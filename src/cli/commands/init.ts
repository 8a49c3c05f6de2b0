import { InvalidArgumentError, type Command } from 'commander';
import { withCommon } from '../common.ts';
import { forms } from '../init/ask-brand.ts';
import { peopleForm } from '../init/parse-people.ts';
import type { Io } from '../io.ts';

/** Adds `mergecast init`. */
export function register(program: Command, io: Io): void {
  withCommon(
    program
      .command('init')
      .description('make this folder a repository for a brand, ready for the sandbox')
      .option('--from <DIR>', 'take over a brand folder with its profile.json, unchanged')
      .option('--brand <SLUG>', 'name of the brand in small letters (default: the name of the folder)', reader('brand'))
      .option('--market <XX>', 'where the brand sells, as a country code (default: US)', reader('market'))
      .option('--currency <XXX>', "currency of its budget (default: the market's)", reader('currency'))
      .option('--timezone <ZONE>', "time zone in which it plans (default: the market's)", reader('timezone'))
      .option('--regulated', 'a law of its industry governs its advertising')
      .option('--ceiling <AMOUNT>', 'most that its advertising may cost in a month (default: 5000)', reader('ceiling'))
      .option(
        '--approvers <WHO>',
        'who approves, such as "ines@acme.example, Tom <tom@acme.example> @tomb"',
        readPeople,
      )
      .option('--owners <WHO>', 'who decides where money or law is concerned (default: those who approve)', readPeople)
      .option('--forge <FORGE>', 'github, gitea, forgejo or none (default: as the address of origin says)')
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
  mergecast init --yes --forge github --approvers "ines@acme.example, tom@acme.example"
  mergecast init                                    # again: adds only what is missing`;

function readPeople(text: string): string {
  if (!peopleForm.matches(text)) throw new InvalidArgumentError(`Write ${peopleForm.words}.`);
  return text;
}

/** Reads an option in the form that the question for it asks for. */
function reader(what: Exclude<keyof typeof forms, 'regulated'>): (text: string) => string {
  return (text) => {
    if (!forms[what].matches(text)) throw new InvalidArgumentError(`Write ${forms[what].words}.`);
    return text;
  };
}
