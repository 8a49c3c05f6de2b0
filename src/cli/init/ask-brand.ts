import { currencyOf, timezoneOf } from './brand-facts.ts';
import type { Io } from '../io.ts';

/** What `init` wants to know of a new brand, as far as the command line says it. */
export interface BrandAnswers {
  readonly brand?: string | undefined;
  readonly market?: string | undefined;
  readonly currency?: string | undefined;
  readonly timezone?: string | undefined;
}

/** The same, complete. */
export interface BrandChoices {
  readonly brand: string;
  readonly market: string;
  readonly currency: string;
  readonly timezone: string;
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
} as const satisfies Readonly<Record<string, Form>>;

/** Asks for what the command line leaves open; where nobody can be asked, takes what is usual. */
export async function askBrand(given: BrandAnswers, usualBrand: string, ask: Io['ask']): Promise<BrandChoices> {
  const answer = async (what: keyof typeof forms, question: string, usual: string): Promise<string> =>
    given[what] ?? (ask === undefined ? usual : askUntilRight(ask, question, usual, forms[what]));
  const brand = await answer('brand', 'What is the brand called, in small letters?', usualBrand);
  const market = await answer('market', 'In which country does it sell first?', 'US');
  const currency = await answer('currency', 'In which currency is its budget?', currencyOf(market));
  const timezone = await answer('timezone', 'In which time zone does it plan?', timezoneOf(market));
  return { brand, market, currency, timezone };
}

async function askUntilRight(
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
