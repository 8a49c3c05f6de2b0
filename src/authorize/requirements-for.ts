import { convertMoney, parseMoney } from '../core/money.ts';
import type { Effects, Plan } from '../generated/types/plan.ts';
import type { Policy, Rule } from '../generated/types/policy.ts';
import { coversMarket } from './covers-market.ts';
import { teamOf } from './reviews/is-listed.ts';
import { spendTotals } from './spend-totals.ts';
import type { Requirement } from './types.ts';

/** Without a matching rule: nothing reaches an audience that nobody else has looked at. */
const anyone: Requirement = { rule: 'Review', count: 1, from: [], people: [] };
const twoPeople: Requirement = { rule: 'Two people (critical risk)', count: 2, from: [], people: [] };

/**
 * What the policy asks of an execution. All rules whose `when` matches must be met; where none does, one approval by
 * anyone but an author. Critical risk always needs two people. What cannot be told (a missing exchange rate, an
 * audience without markets) makes a rule apply.
 */
export function requirementsFor(
  plan: Plan,
  policy: Policy,
  markets: readonly string[] = [],
  teams: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly Requirement[] {
  const rules = (policy.approvals?.rules ?? []).filter((rule) => applies(rule, plan, policy, markets));
  const asked = rules.map((rule) => requirementOf(rule, policy, teams));
  const needed = asked.length === 0 ? [anyone] : asked;
  return plan.explanation.risk === 'critical' ? [...needed, twoPeople] : needed;
}

type Teams = ReadonlyMap<string, readonly string[]>;

function requirementOf(rule: Rule, policy: Policy, teams: Teams): Requirement {
  const asked = [...rule.from, ...(rule.questions ?? []).flatMap(({ from = [] }) => from)];
  const unreadable = membersOf(asked, policy)
    .flatMap((member) => teamOf(member) ?? [])
    .filter((team) => !teams.has(team));
  return {
    rule: rule.name,
    count: rule.count,
    from: rule.from,
    people: peopleIn(rule.from, policy, teams),
    ...(unreadable.length > 0 && { unreadable: [...new Set(unreadable)] }),
    ...(rule.questions !== undefined && {
      questions: rule.questions.map(({ id, ask, from }) => ({
        id,
        ask,
        ...(from !== undefined && { people: peopleIn(from, policy, teams) }),
      })),
    }),
    ...(rule.client === true && { client: true }),
  };
}

function membersOf(groups: readonly string[], policy: Policy): readonly string[] {
  const known = new Map(Object.entries(policy.groups ?? {}));
  return groups.flatMap((group) => known.get(group) ?? []);
}

function peopleIn(groups: readonly string[], policy: Policy, teams: Teams): readonly string[] {
  return membersOf(groups, policy).flatMap((member) => {
    const team = teamOf(member);
    return team === null ? [member] : (teams.get(team) ?? []);
  });
}

function applies(rule: Rule, plan: Plan, policy: Policy, markets: readonly string[]): boolean {
  const when = rule.when ?? {};
  const isNamed = namesPlan(when, plan);
  return isNamed && isAbove(when, plan.effects, policy) && (when.markets === undefined || touches(when.markets, marketsOf(plan.effects, markets))); // prettier-ignore
}

function namesPlan({ risk, brands, platforms }: NonNullable<Rule['when']>, { effects, explanation }: Plan): boolean {
  const used = effects.steps.map(({ connection }) => connection.platform);
  return (
    (risk?.includes(explanation.risk) ?? true) &&
    (brands?.includes(effects.brand) ?? true) &&
    (platforms?.some((platform) => used.includes(platform)) ?? true)
  );
}

function isAbove(when: NonNullable<Rule['when']>, effects: Effects, policy: Policy): boolean {
  const { 'audience-over': people, 'spend-over': amount } = when;
  return (
    (people === undefined || audienceOf(effects) > people) &&
    (amount === undefined || spendsOver(effects, amount, policy))
  );
}

function audienceOf(effects: Effects): number {
  return effects.steps.reduce((sum, step) => sum + (step.audience?.size ?? 0), 0);
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
