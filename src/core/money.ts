/** Money in minor units, such as cents. The same shape as in a plan. */
export interface Money {
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Currencies whose minor unit is not a hundredth (ISO 4217 list one). */
const digits: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4,
}; // prettier-ignore

/** How many decimals a currency has. */
export function minorDigits(currency: string): number {
  return digits[currency] ?? 2;
}

/** Reads `400.00 EUR` or `EUR 400.00`. Null where it is neither, or has more decimals than the currency. */
export function parseMoney(text: string): Money | null {
  const match = /^(?:([A-Z]{3}) )?([0-9]{1,12})(?:\.([0-9]{1,4}))?(?: ([A-Z]{3}))?$/.exec(text.trim());
  const [, before, whole = '', fraction = '', after] = match ?? [];
  const currency = before ?? after;
  if (currency === undefined || (before !== undefined && after !== undefined)) return null;
  const decimals = minorDigits(currency);
  if (/[1-9]/.test(fraction.slice(decimals))) return null;
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

/** `400.00 EUR`, with the decimals of the currency and no grouping. */
export function formatMoney(money: Money): string {
  const decimals = minorDigits(money.currency);
  const sign = money.minor < 0 ? '-' : '';
  const text = String(Math.abs(money.minor)).padStart(decimals + 1, '0');
  if (decimals === 0) return `${sign}${text} ${money.currency}`;
  return `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)} ${money.currency}`;
}

/** Same currency and same number of minor units. */
export function equalMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}

/** Totals by currency, in alphabetical order of the currencies. */
export function sumMoney(amounts: readonly Money[]): readonly Money[] {
  const totals = new Map<string, number>();
  for (const { minor, currency } of amounts) totals.set(currency, (totals.get(currency) ?? 0) + minor);
  return [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => ({ currency, minor }));
}

/** The policy's exchange rates: for ceilings only. */
export interface ExchangeRates {
  readonly currency: string;
  /** Per cent added for safety. */
  readonly margin?: number;
  /** Units of `currency` for one unit, as decimal string. */
  readonly rates: Readonly<Record<string, string>>;
}

/**
 * What an amount costs at most in another currency, with the policy's margin, rounded up. Null where the policy has
 * no rate: a ceiling that cannot be compared counts as exceeded.
 */
export function convertMoney(money: Money, currency: string, rates: ExchangeRates | undefined): Money | null {
  if (money.currency === currency) return money;
  const from = rateOf(money.currency, rates);
  const to = rateOf(currency, rates);
  if (from === null || to === null || rates === undefined) return null;
  const units = (money.minor / 10 ** minorDigits(money.currency)) * (from / to) * (1 + (rates.margin ?? 0) / 100);
  // Less than a ten-thousandth of a minor unit is noise of the division, not money.
  return { currency, minor: Math.ceil(units * 10 ** minorDigits(currency) - 1e-4) };
}

function rateOf(currency: string, rates: ExchangeRates | undefined): number | null {
  if (rates === undefined) return null;
  if (currency === rates.currency) return 1;
  const rate = Number(rates.rates[currency] ?? 'none');
  return rate > 0 ? rate : null;
}
