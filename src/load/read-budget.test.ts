import { describe, expect, it } from 'vitest';
import { formatMoney } from '../core/money.ts';
import { readBudget } from './read-budget.ts';

const read = (text: string, markets: readonly string[] = []): string => {
  const budget = readBudget(text, markets);
  return budget.ok ? formatMoney(budget.value) : `? ${budget.error}`;
};

describe('a ceiling in free text is its upper end', () => {
  it.each([
    ['$5,000-$10,000/month', '10000.00 USD'],
    ['$5,000 - $10,000 per month', '10000.00 USD'],
    ['2,000-5,000 EUR/month', '5000.00 EUR'],
    ['2.000–5.000 € pro Monat', '5000.00 EUR'],
    ['€5k to €7.5k monthly', '7500.00 EUR'],
    ['up to £3 000', '3000.00 GBP'],
    ['bis zu 4.000,50 Euro im Monat', '4000.50 EUR'],
    ["CHF 5'000 – 8'000", '8000.00 CHF'],
    ['500000 JPY', '500000 JPY'],
    ['A$1m', '1000000.00 AUD'],
    ['$5,000 CAD', '5000.00 CAD'],
    ['between 100 and 250 USD a month', '250.00 USD'],
    ['from $100 to $250', '250.00 USD'],
    ['5000', '? it names no currency'],
    ['$5,000+', '? it has no upper end'],
    ['from $5,000', '? it has no upper end'],
    ['$5,000-', '? it has no upper end'],
    ['$5,000-€10,000', '? it names two currencies'],
    ['$10,000-$5,000', '? its second amount is smaller than the first'],
    ['-$5,000', '? it begins with a minus sign'],
    ['¥5,000', '? "¥" is not understood'],
    ['$60,000/year', '? "/" is not understood'],
    ['about $5,000', '? "about" is not understood'],
    ['$1,00,000', '? "1,00,000" is not understood'],
    ['$1 - $2 - $3', '? it names more than two amounts'],
    ['$1 $2', '? it names several amounts'],
    ['to be decided', '? "be" is not understood'],
    ['$0', '? its upper end is no amount of money'],
    ['', '? it names no amount'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes $ for the dollar that all markets share', () => {
    expect(read('$5,000', ['CA'])).toBe('5000.00 CAD');
    expect(read('$5,000', ['CA-QC', 'CA-ON'])).toBe('5000.00 CAD');
    expect(read('$5,000', ['CA', 'US'])).toBe('5000.00 USD');
    expect(read('$5,000', ['AU', 'DE'])).toBe('5000.00 USD');
    expect(read('$5,000', ['DE'])).toBe('5000.00 USD');
    expect(read('US$5,000', ['CA'])).toBe('5000.00 USD');
  });
});
