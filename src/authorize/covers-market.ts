const union = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);

/**
 * Whether a rule for one market concerns an audience in another: `EU` and its members touch each other, so do a
 * country and its states.
 */
export function coversMarket(rule: string, market: string): boolean {
  if (rule === market || market.startsWith(`${rule}-`) || rule.startsWith(`${market}-`)) return true;
  const isUnion = (one: string): boolean => one === 'EU';
  const isMember = (one: string): boolean => union.has(one.slice(0, 2));
  return (isUnion(rule) && isMember(market)) || (isUnion(market) && isMember(rule));
}
