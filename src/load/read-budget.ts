import { minorDigits, type Money } from '../core/money.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readAmount } from './read-amount.ts';
import { currencyOf, dollarOf } from './read-currency.ts';

const monthly = /(?:\/|\bPER |\bA |\bPRO |\bIM |\bJE ) ?(?:MONTH|MO|MONAT)\b\.?|\bMONTHLY\b|\bMONATLICH\b|\bP\. ?M\./g;
const token =
  /\d[\d.,'’]*(?: \d{3}(?![\d.,]))* ?(?:(?:K|TSD|M|MIO|MILLION)\b\.?)?|[A-Z]{0,2}\$|[-–—]|[A-ZÄÖÜŁ]+\.?|\S/gu;
const between = new Set(['-', '–', '—', 'TO', 'AND', 'UND', 'BIS']);
const harmless = new Set(['UP', 'AT', 'MOST', 'MAX', 'MAX.', 'MAXIMUM', 'ZU', 'BETWEEN', 'ZWISCHEN', '<', '≤']);
const open = new Set(['+', '>', '≥', 'OVER', 'LEAST', 'MIN', 'MIN.', 'MINIMUM', 'AB', 'ÜBER']);

interface Seen {
  readonly amounts: number[];
  readonly currencies: Set<string>;
  isDollar: boolean;
  isJoined: boolean;
  isFrom: boolean;
}

/**
 * The monthly ceiling in a free text such as `$5,000-$10,000/month`: its upper end. `$` is USD unless all markets share
 * another dollar. What can be read in two ways is a failure that says why.
 */
export function readBudget(text: string, markets: readonly string[]): Result<Money, string> {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').slice(0, 200).replace(monthly, ' ');
  const seen: Seen = { amounts: [], currencies: new Set(), isDollar: false, isJoined: false, isFrom: false };
  for (const [word] of plain.matchAll(token)) {
    const problem = take(word, seen);
    if (problem !== null) return failure(problem);
  }
  const upper = upperEnd(seen);
  if (!upper.ok) return upper;
  const currency = currencyIn(seen, markets);
  if (!currency.ok) return currency;
  const minor = Math.round(upper.value * 10 ** minorDigits(currency.value));
  return Number.isSafeInteger(minor) && minor > 0
    ? success({ minor, currency: currency.value })
    : failure('its upper end is no amount of money');
}

/** Takes in one word; says what is wrong with it. */
function take(word: string, seen: Seen): string | null {
  if (/^\d/.test(word)) return takeAmount(word, seen);
  const currency = currencyOf(word);
  if (currency !== null) seen.currencies.add(currency);
  else if (word === '$' || /^DOLLARS?$/.test(word)) seen.isDollar = true;
  else if (between.has(word)) return takeJoint(word, seen);
  else if (/^(?:FROM|VON)$/.test(word)) seen.isFrom = true;
  else if (open.has(word)) return 'it has no upper end';
  else if (!harmless.has(word)) return `"${word.toLowerCase()}" is not understood`;
  return null;
}

function takeAmount(word: string, seen: Seen): string | null {
  const value = readAmount(word);
  if (value === null) return `"${word.trim()}" is not understood`;
  if (seen.amounts.length > 0 && !seen.isJoined) return 'it names several amounts';
  seen.amounts.push(value);
  seen.isJoined = false;
  return seen.amounts.length > 2 ? 'it names more than two amounts' : null;
}

/** "up to" and "bis" may stand before the only amount; a sign there is a minus. */
function takeJoint(word: string, seen: Seen): string | null {
  if (seen.amounts.length === 0) return /\p{L}/u.test(word) ? null : 'it begins with a minus sign';
  seen.isJoined = true;
  return null;
}

function upperEnd({ amounts, isJoined, isFrom }: Seen): Result<number, string> {
  const [first, second] = amounts;
  if (first === undefined) return failure('it names no amount');
  if (isJoined || (isFrom && second === undefined)) return failure('it has no upper end');
  if (second !== undefined && second < first) return failure('its second amount is smaller than the first');
  return success(second ?? first);
}

function currencyIn({ currencies, isDollar }: Seen, markets: readonly string[]): Result<string, string> {
  const [named, other] = currencies;
  if (other !== undefined || (isDollar && named !== undefined && !named.endsWith('D')))
    return failure('it names two currencies');
  if (named !== undefined) return success(named);
  return isDollar ? success(dollarOf(markets)) : failure('it names no currency');
}
