const dollars: Readonly<Record<string, string>> = {
  US: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD', JM: 'JMD', TT: 'TTD', BB: 'BBD',
  BS: 'BSD', BZ: 'BZD', FJ: 'FJD', GY: 'GYD', NA: 'NAD', LR: 'LRD', SR: 'SRD', BM: 'BMD', BN: 'BND', KY: 'KYD',
}; // prettier-ignore
/** Signs that mean one currency wherever they stand; a yen or a krona sign does not. */
const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'], ['EURO', 'EUR'], ['EUROS', 'EUR'], ['£', 'GBP'], ['₹', 'INR'], ['ZŁ', 'PLN'], ['R$', 'BRL'],
  ['US$', 'USD'], ['CA$', 'CAD'], ['C$', 'CAD'], ['A$', 'AUD'], ['AU$', 'AUD'], ['NZ$', 'NZD'], ['S$', 'SGD'],
  ['SG$', 'SGD'], ['HK$', 'HKD'], ['NT$', 'TWD'],
]); // prettier-ignore

/** The currency that a word in capital letters names, or null. `$` alone is not one: see `dollarOf`. */
export function currencyOf(word: string): string | null {
  const sign = signs.get(word);
  if (sign !== undefined) return sign;
  return /^[A-Z]{3}$/.test(word) && Intl.supportedValuesOf('currency').includes(word) ? word : null;
}

/** What `$` means to a brand: the dollar of its markets where they share one, else that of the United States. */
export function dollarOf(markets: readonly string[]): string {
  const used = new Set(markets.map((market) => dollars[market.slice(0, 2)]));
  const [only] = used;
  return used.size === 1 && only !== undefined ? only : 'USD';
}
