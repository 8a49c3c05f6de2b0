import type { Plan } from '../generated/types/plan.ts';
import type { Policy, Rule } from '../generated/types/policy.ts';
import { teamOf } from './reviews/is-listed.ts';
import { ruleConditions } from './rule-conditions.ts';
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
  const rules = (policy.approvals?.rules ?? []).filter((rule) =>
    ruleConditions(rule, plan, policy, markets).every(({ holds }) => holds),
  );
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
