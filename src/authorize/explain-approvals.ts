import { evaluateApprovals } from './evaluate-approvals.ts';
import { requirementsFor } from './requirements-for.ts';
import { ruleConditions, type RuleCondition } from './rule-conditions.ts';
import type { ApprovalInput, ApprovalVerdict, Requirement } from './types.ts';

/** One rule of the policy, and what it comes to for one execution. */
export interface ExplainedRule {
  readonly rule: string;
  readonly applies: boolean;
  readonly conditions: readonly RuleCondition[];
  /** How many different people. */
  readonly count: number;
  /** Groups; none: anyone but an author. */
  readonly from: readonly string[];
  /** Whose approvals meet it. */
  readonly counts: readonly string[];
  /** What it still needs, and of whom. */
  readonly missing: readonly { readonly what: string; readonly whoCan: readonly string[] }[];
}

export interface ApprovalExplanation extends ApprovalVerdict {
  readonly rules: readonly ExplainedRule[];
}

/** The verdict, and how each rule led to it, also those that do not apply: for people who write policies. Pure. */
export function explainApprovals(input: ApprovalInput): ApprovalExplanation {
  const { plan, policy, markets, teams } = input;
  const verdict = evaluateApprovals(input);
  const needed = requirementsFor(plan, policy, markets, teams);
  const written = (policy.approvals?.rules ?? []).map((rule): ExplainedRule => {
    const conditions = ruleConditions(rule, plan, policy, markets);
    const applies = conditions.every(({ holds }) => holds);
    return applies
      ? explained(rule, conditions, verdict)
      : { rule: rule.name, applies, conditions, count: rule.count, from: rule.from, counts: [], missing: [] };
  });
  // What holds without being written: one approval where no rule applies, two people at critical risk.
  const known = new Set((policy.approvals?.rules ?? []).map(({ name }) => name));
  const unwritten = needed.filter(({ rule }) => !known.has(rule)).map((one) => explained(asRule(one), [], verdict));
  return { ...verdict, rules: [...written, ...unwritten] };
}

type Named = Pick<ExplainedRule, 'count' | 'from'> & { readonly name: string };

function asRule({ rule, count, from }: Requirement): Named {
  return { name: rule, count, from };
}

function explained(
  { name, count, from }: Named,
  conditions: readonly RuleCondition[],
  { counted, missing }: ApprovalVerdict,
): ExplainedRule {
  const counts = counted.filter(({ rules }) => rules.includes(name)).map(({ who }) => who);
  const own = missing.filter(({ rule }) => rule === name || rule.startsWith(`${name}: `));
  return {
    rule: name,
    applies: true,
    conditions,
    count,
    from,
    counts,
    missing: own.map(({ rule, whoCan }) => ({
      what: rule === name ? words(count - counts.length) : rule.slice(name.length + 2),
      whoCan,
    })),
  };
}

function words(missing: number): string {
  return missing === 1 ? 'one approval' : `${missing} approvals`;
}
