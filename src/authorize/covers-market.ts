import { liesIn } from '../core/market.ts';

/**
 * Whether a rule for one market concerns an audience in another: the Union and its members touch each other, so do a
 * country and its states.
 */
export function coversMarket(rule: string, market: string): boolean {
  return liesIn(market, rule) || liesIn(rule, market);
}
