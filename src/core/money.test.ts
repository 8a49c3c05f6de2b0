import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertMoney, equalMoney, formatMoney, parseMoney, sumMoney } from './money.ts';

describe('money', () => {
  it.each([
    ['400.00 EUR', { minor: 40_000, currency: 'EUR' }],
    ['EUR 12500.00', { minor: 1_250_000, currency: 'EUR' }],
    ['EUR 12500', { minor: 1_250_000, currency: 'EUR' }],
    ['1200 JPY', { minor: 1200, currency: 'JPY' }],
    ['1200.00 JPY', { minor: 1200, currency: 'JPY' }],
    ['1.234 KWD', { minor: 1234, currency: 'KWD' }],
    ['1.2345 EUR', null],
    ['EUR 1 USD', null],
    ['12,500.00 EUR', null],
    ['-5.00 EUR', null],
    ['5.00', null],
    ['5 eur', null],
  ])('reads %s', (text, money) => expect(parseMoney(text)).toEqual(money));

  it('writes what it reads', () => {
    const amounts = fc.record({
      minor: fc.integer({ min: 0, max: 10 ** 12 }),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'USD'),
    });
    fc.assert(
      fc.property(amounts, (money) => equalMoney(parseMoney(formatMoney(money)) ?? { minor: -1, currency: '' }, money)),
    );
  });

  it('sums by currency', () => {
    const amounts = ['1.00 USD', '2.50 EUR', '0.50 USD'].flatMap((text) => parseMoney(text) ?? []);
    expect(sumMoney(amounts).map(formatMoney)).toEqual(['2.50 EUR', '1.50 USD']);
  });

  it('converts upwards with the margin, and not without a rate', () => {
    const rates = { currency: 'EUR', margin: 5, rates: { USD: '0.92' } };
    expect(convertMoney({ minor: 10_000, currency: 'USD' }, 'EUR', rates)).toEqual({
      minor: 9660,
      currency: 'EUR',
    });
    expect(convertMoney({ minor: 10_000, currency: 'GBP' }, 'EUR', rates)).toBeNull();
    expect(convertMoney({ minor: 1, currency: 'GBP' }, 'GBP', undefined)).toEqual({
      minor: 1,
      currency: 'GBP',
    });
  });
});
