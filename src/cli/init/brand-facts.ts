/** What `init` knows about the brand it sets up. */
export interface BrandFacts {
  readonly slug: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
  /** All countries in which it sells, where more than one is known. */
  readonly markets?: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  readonly timezone: string;
  /** A law of the industry governs its advertising. */
  readonly regulated?: boolean;
  /** Most that advertising may cost in a month, such as `5000`; absent for brands that are taken over. */
  readonly ceiling?: string;
}

/** The zone most people of a market live in; UTC where we do not know. */
const zones: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna', AU: 'Australia/Sydney', BE: 'Europe/Brussels', BR: 'America/Sao_Paulo', CA: 'America/Toronto',
  CH: 'Europe/Zurich', CZ: 'Europe/Prague', DE: 'Europe/Berlin', DK: 'Europe/Copenhagen', ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki', FR: 'Europe/Paris', GB: 'Europe/London', GR: 'Europe/Athens', IE: 'Europe/Dublin', IN: 'Asia/Kolkata',
  IT: 'Europe/Rome', JP: 'Asia/Tokyo', MX: 'America/Mexico_City', NL: 'Europe/Amsterdam', NO: 'Europe/Oslo',
  NZ: 'Pacific/Auckland', PL: 'Europe/Warsaw', PT: 'Europe/Lisbon', SE: 'Europe/Stockholm', SG: 'Asia/Singapore',
  US: 'America/New_York', ZA: 'Africa/Johannesburg',
}; // prettier-ignore

/** Time zone to begin with; the profile says so and can be changed. */
export function timezoneOf(market: string): string {
  return zones[market] ?? 'UTC';
}

/** Countries that pay with something else than the euro or the dollar. */
const currencies: Readonly<Record<string, string>> = {
  AU: 'AUD', BR: 'BRL', CA: 'CAD', CH: 'CHF', CZ: 'CZK', DK: 'DKK', GB: 'GBP', IN: 'INR', JP: 'JPY', MX: 'MXN',
  NO: 'NOK', NZ: 'NZD', PL: 'PLN', SE: 'SEK', SG: 'SGD', ZA: 'ZAR',
}; // prettier-ignore
const euro = new Set(['AT', 'BE', 'CY', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PT', 'SI', 'SK']); // prettier-ignore

/** Currency to begin with, where we know what people of a market pay with; else the dollar. */
export function currencyOf(market: string): string {
  return currencies[market] ?? (euro.has(market) ? 'EUR' : 'USD');
}

/** `Acme Bikes & Söhne` -> `acme-bikes-soehne`: a folder name that is the same on every computer. Null where nothing is left. */
export function slugOf(name: string): string | null {
  const plain = name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '');
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug === '' ? null : slug;
}

/** `acme-bikes` -> `Acme Bikes`. */
export function nameOf(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
