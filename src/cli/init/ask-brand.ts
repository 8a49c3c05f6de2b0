import { currencyOf, timezoneOf } from './brand-facts.ts';
import type { Io } from '../io.ts';

/** What `init` wants to know of a new brand, as far as the command line says it. */
export interface BrandAnswers {
  readonly brand?: string | undefined;
  readonly market?: string | undefined;
  readonly currency?: string | undefined;
  readonly timezone?: string | undefined;
  readonly regulated?: boolean | undefined;
  readonly ceiling?: string | undefined;
}

/** The same, complete. */
export interface BrandChoices {
  readonly brand: string;
  readonly market: string;
  readonly currency: string;
  readonly timezone: string;
  /** A law of the industry governs its advertising. */
  readonly regulated: boolean;
  /** Most that advertising may cost in a month, in the currency, such as `5000`. */
  readonly ceiling: string;
}

/** What an answer must look like, and how to say so. */
interface Form {
  readonly matches: (text: string) => boolean;
  readonly words: string;
}

/** The form of every answer; options of the command line are held to the same. */
export const forms = {
  brand: { matches: (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), words: 'small letters, digits and hyphens, such as acme-bikes' }, // prettier-ignore
  market: { matches: (text) => /^[A-Z]{2}$/.test(text), words: 'a country code of two capitals, such as DE' },
  currency: { matches: (text) => /^[A-Z]{3}$/.test(text), words: 'a currency of three capitals, such as EUR' },
  timezone: { matches: isTimezone, words: 'a time zone such as Europe/Berlin' },
  regulated: { matches: (text) => /^(yes|no)$/i.test(text), words: 'yes or no' },
  ceiling: { matches: (text) => /^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,2})?$/.test(text), words: 'an amount such as 5000, without its currency' }, // prettier-ignore
} as const satisfies Readonly<Record<string, Form>>;

/** Ceiling to begin with. */
export const usualCeiling = '5000';

/** Asks for what the command line leaves open; where nobody can be asked, takes what is usual. */
export async function askBrand(given: BrandAnswers, usualBrand: string, ask: Io['ask']): Promise<BrandChoices> {
  const { regulated: isRegulated, ...texts } = given;
  const words = { ...texts, ...(isRegulated !== undefined && { regulated: isRegulated ? 'yes' : 'no' }) };
  const answer = async (what: keyof typeof forms, question: string, usual: string): Promise<string> =>
    words[what] ?? (ask === undefined ? usual : askUntilRight(ask, question, usual, forms[what]));
  const brand = await answer('brand', 'What is the brand called, in small letters?', usualBrand);
  const market = await answer('market', 'In which country does it sell first?', 'US');
  const currency = await answer('currency', 'In which currency is its budget?', currencyOf(market));
  const timezone = await answer('timezone', 'In which time zone does it plan?', timezoneOf(market));
  const regulated = await answer('regulated', 'Does a law of its industry govern its advertising (health, money, alcohol...)?', 'no'); // prettier-ignore
  const ceiling = await answer('ceiling', `How much may its advertising cost in a month, in ${currency}?`, usualCeiling); // prettier-ignore
  return { brand, market, currency, timezone, regulated: /^yes$/i.test(regulated), ceiling };
}

/** Asks until the answer has the right form. */
export async function askUntilRight(
  ask: NonNullable<Io['ask']>,
  question: string,
  usual: string,
  form: Form,
): Promise<string> {
  let answer = await ask(question, usual);
  while (!form.matches(answer)) answer = await ask(`Please write ${form.words}.`, usual);
  return answer;
}

function isTimezone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
