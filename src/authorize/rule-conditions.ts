import { convertMoney, parseMoney } from '../core/money.ts';
import type { Effects, Plan } from '../generated/types/plan.ts';
import type { Policy, Rule } from '../generated/types/policy.ts';
import { coversMarket } from './covers-market.ts';
import { spendTotals, spendWords } from './spend-totals.ts';

/** One condition of a rule, held against one execution. */
export interface RuleCondition {
  /** What the rule asks for, such as `risk is high or critical`. */
  readonly asks: string;
  /** What the execution has, such as `medium`. */
  readonly has: string;
  readonly holds: boolean;
}

/**
 * The conditions of a rule, each held against an execution; a rule applies where all of them hold. What cannot be told (a
 * missing exchange rate, an audience without markets) holds.
 */
export function ruleConditions(
  rule: Rule,
  plan: Plan,
  policy: Policy,
  markets: readonly string[] = [],
): readonly RuleCondition[] {
  const { risk, brands, platforms, markets: asked, 'audience-over': people, 'spend-over': amount } = rule.when ?? {};
  const { effects, explanation } = plan;
  const used = [...new Set(effects.steps.map(({ connection }) => connection.platform))];
  return [
    ...(risk === undefined ? [] : [oneOf('risk', risk, [explanation.risk])]),
    ...(brands === undefined ? [] : [oneOf('brand', brands, [effects.brand])]),
    ...(platforms === undefined ? [] : [oneOf('platform', platforms, used)]),
    ...(people === undefined ? [] : [audienceOver(people, effects)]),
    ...(amount === undefined ? [] : [spendOver(amount, effects, policy)]),
    ...(asked === undefined ? [] : [marketIn(asked, marketsOf(effects, markets))]),
  ];
}

function oneOf(what: string, asked: readonly string[], has: readonly string[]): RuleCondition {
  const holds = asked.some((one) => has.includes(one));
  return { asks: `${what} is ${asked.join(' or ')}`, has: has.join(', '), holds };
}

function audienceOver(limit: number, { steps }: Effects): RuleCondition {
  const size = steps.reduce((sum, step) => sum + (step.audience?.size ?? 0), 0);
  return { asks: `more than ${limit} people`, has: `${size} people`, holds: size > limit };
}

function spendOver(limit: string, effects: Effects, policy: Policy): RuleCondition {
  const spend = spendWords(effects);
  return {
    asks: `spend above ${limit}`,
    has: spend === '' ? 'no spend' : spend,
    holds: spendsOver(effects, limit, policy),
  };
}

function marketIn(asked: readonly string[], markets: readonly string[]): RuleCondition {
  return {
    asks: `market is ${asked.join(' or ')}`,
    has: markets.length === 0 ? 'no market is stated' : [...new Set(markets)].join(', '),
    holds: touches(asked, markets),
  };
}

function marketsOf(effects: Effects, brandMarkets: readonly string[]): readonly string[] {
  const stated = effects.steps.flatMap((step) => step.audience?.markets ?? []);
  // A page or an advertisement reaches wherever the brand sells, whatever the e-mail beside it states.
  const isStatedByAll = effects.steps.every((step) => step.audience !== undefined && step.audience.markets.length > 0);
  return isStatedByAll ? stated : [...stated, ...brandMarkets];
}

function touches(asked: readonly string[], markets: readonly string[]): boolean {
  return markets.length === 0 || asked.some((rule) => markets.some((market) => coversMarket(rule, market)));
}

function spendsOver(effects: Effects, limit: string, policy: Policy): boolean {
  const bound = parseMoney(limit);
  const totals = spendTotals(effects);
  if (totals.length === 0) return false;
  if (bound === null) return true;
  const converted = totals.map((total) => convertMoney(total, bound.currency, policy['exchange-rates']));
  return (
    converted.some((total) => total === null) ||
    converted.reduce((sum, total) => sum + (total?.minor ?? 0), 0) > bound.minor
  );
}
