import { minorDigits, type Money } from '../core/money.ts';
import { failure, success, type Result } from '../core/result.ts';

const dollars: Readonly<Record<string, string>> = {
  US: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD', JM: 'JMD', TT: 'TTD', BB: 'BBD',
  BS: 'BSD', BZ: 'BZD', FJ: 'FJD', GY: 'GYD', NA: 'NAD', LR: 'LRD', SR: 'SRD', BM: 'BMD', BN: 'BND', KY: 'KYD',
}; // prettier-ignore
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR', EURO: 'EUR', EUROS: 'EUR', '£': 'GBP', 'US$': 'USD', 'CA$': 'CAD', 'C$': 'CAD', 'A$': 'AUD', 'AU$': 'AUD',
  'NZ$': 'NZD', 'S$': 'SGD', 'SG$': 'SGD', 'HK$': 'HKD', 'NT$': 'TWD', 'R$': 'BRL', '₹': 'INR', 'ZŁ': 'PLN',
}; // prettier-ignore
const harmless = /^(?:UP TO|AT MOST|MAX|MAX\.|MAXIMUM|BIS|BIS ZU|BETWEEN|FROM|VON|<|≤)?$/;
const monthly = /(?:\/|\bPER |\bA |\bPRO |\bJE )\s*(?:MONTH|MO|MONAT)\b\.?|\bMONTHLY\b|\bMONATLICH\b/g;
const amount = /\d[\d.,'’\u00A0\u202F]*(?: \d{3}(?!\d))*/g;
const scales: Readonly<Record<string, number>> = {
  '': 1,
  K: 1000,
  TSD: 1000,
  M: 1_000_000,
  MIO: 1_000_000,
  MILLION: 1_000_000,
};

/**
 * The monthly ceiling in a free text such as `$5,000-$10,000/month`: its upper end. `$` is USD unless all markets share
 * another dollar. What can be read in two ways is a failure that says why.
 */
export function readBudget(text: string, markets: readonly string[]): Result<Money, string> {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
  const withoutPeriod = plain.replace(monthly, ' ');
  const values = readAmounts(withoutPeriod);
  if (!values.ok) return values;
  const rest = withoutPeriod.replace(amount, ' # ').replace(/# ?(?:K|TSD|M|MIO|MILLION)\b\.?/g, '# ');
  const currency = readCurrency(rest, markets);
  if (!currency.ok) return currency;
  const [first, second] = values.value;
  if (first === undefined) return failure('it names no amount');
  if (second !== undefined && second < first) return failure('its second amount is smaller than the first');
  const minor = Math.round((second ?? first) * 10 ** minorDigits(currency.value));
  return Number.isSafeInteger(minor) && minor > 0
    ? success({ minor, currency: currency.value })
    : failure('its upper end is no amount of money');
}

function readAmounts(text: string): Result<number[], string> {
  const found = [...text.matchAll(/(\d[\d.,'’]*(?: \d{3}(?!\d))*) ?(K|TSD|MIO|MILLION|M)?\b/g)];
  if (found.length === 0) return failure('it names no amount');
  if (found.length > 2) return failure('it names more than two amounts');
  if (/(?:^|[^\d\s.,KM€£$A-Z]) ?-\d|^-/.test(text)) return failure('it has a minus sign');
  if (/\+|>|≥|\bOVER\b|\bAT LEAST\b|\bAB\b/.test(text)) return failure('it has no upper end');
  const values: number[] = [];
  for (const [, digits = '', scale = ''] of found) {
    const value = readNumber(digits.replace(/[.,'’]+$/, ''));
    if (value === null) return failure(`"${digits}" can be read in two ways`);
    values.push(value * (scales[scale] ?? 1));
  }
  return success(values);
}

/** `5,000.50`, `5.000,50`, `5'000`, `5 000`: the last sign is the decimal one unless groups of three follow each. */
function readNumber(digits: string): number | null {
  const plain = digits.replace(/['’ ]/g, '');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  return /^\d+(?:[.,]\d{1,2})?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

function readCurrency(rest: string, markets: readonly string[]): Result<string, string> {
  const found = new Set<string>();
  let isDollar = false;
  const left = rest.replace(/[A-Z]{0,2}\$|[€£₹]|\bZŁ|\bEUROS?\b|\bDOLLARS?\b|\b[A-Z]{3}\b/g, (word) => {
    if (word === '$' || word.startsWith('DOLLAR')) isDollar = true;
    else if (signs[word] !== undefined) found.add(signs[word]);
    else if (isCurrency(word)) found.add(word);
    else return word;
    return ' ';
  });
  const words = left
    .replace(/#|[-–—]|\bTO\b(?<!UP TO)|\bAND\b|\bUND\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!harmless.test(words) && !harmless.test(words.replace(/^(BIS|BETWEEN|FROM|VON) .*$/, '$1')))
    return failure(`"${words.toLowerCase()}" is not understood`);
  if (found.size > 1) return failure('it names two currencies');
  const [named] = found;
  if (named !== undefined) return success(named);
  return isDollar ? success(dollarOf(markets)) : failure('it names no currency');
}

function dollarOf(markets: readonly string[]): string {
  const used = new Set(markets.map((market) => dollars[market.slice(0, 2)]));
  const [only] = used;
  return used.size === 1 && only !== undefined ? only : 'USD';
}

function isCurrency(word: string): boolean {
  return Intl.supportedValuesOf('currency').includes(word);
}
