const union = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '));

/**
 * Whether people in a market live in a region: `DE` and `US-CA` lie in `EU` and `US`, never the other way round.
 * `UK` is another name of `GB`; `*` is everywhere.
 */
export function liesIn(market: string, region: string): boolean {
  const [here, there] = [market, region].map((one) => one.replace(/^UK(?=$|-)/, 'GB'));
  if (here === undefined || there === undefined) return false;
  if (there === '*' || here === there || here.startsWith(`${there}-`)) return true;
  return there === 'EU' && union.has(here.slice(0, 2));
}
