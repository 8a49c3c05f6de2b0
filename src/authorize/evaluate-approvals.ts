import { finding, type Finding } from '../core/finding.ts';
import { formatMoney } from '../core/money.ts';
import { allowsSelfApproval, ignoreReason, isAsked, isAuthor, personKey } from './ignore-reason.ts';
import { requirementsFor } from './requirements-for.ts';
import { confirmsSpend, isOverCeiling, spendWords } from './spend-totals.ts';
import type {
  ApprovalInput,
  ApprovalVerdict,
  CandidateApproval,
  CountedApproval,
  IgnoredApproval,
  Requirement,
} from './types.ts';

/**
 * Judges every approval: counted, or ignored with the reason. Says which rule is not met and who can meet it.
 * Pure; the same function answers a reviewer's checklist and the executor right before a call.
 */
export function evaluateApprovals(input: ApprovalInput): ApprovalVerdict {
  const requirements = requirementsFor(input.plan, input.policy, input.markets);
  const ignored: IgnoredApproval[] = [];
  const valid: CandidateApproval[] = [];
  for (const candidate of input.candidates) {
    const why = ignoreReason(candidate, input, requirements);
    if (why === null) valid.push(candidate);
    else ignored.push({ who: candidate.who, merge: candidate.merge, why });
  }
  const { kept, repeated } = onePerPerson(valid, input);
  const unmet = requirements.map((requirement) => judge(requirement, kept, input)).filter((one) => one !== null);
  const findings = [...unmet.flatMap((one) => one.findings), ...spendFindings(kept, input), ...saidAloud(kept, input)];
  return {
    approved: unmet.length === 0 && findings.every((one) => one.severity !== 'block'),
    counted: kept.map((candidate) => counted(candidate, requirements)),
    ignored: [...ignored, ...repeated],
    missing: unmet.map(({ rule, whoCan }) => ({ rule, whoCan })),
    findings,
  };
}

/** The one that restates the amount is kept, else the newest: a second click never makes it worse. */
function onePerPerson(
  valid: readonly CandidateApproval[],
  input: ApprovalInput,
): { kept: CandidateApproval[]; repeated: IgnoredApproval[] } {
  const rank = (one: CandidateApproval): number => (confirmsSpend(input.plan.effects, one.spend) ? 1 : 0);
  const ordered = valid.toSorted((a, b) => rank(b) - rank(a) || Date.parse(b.at) - Date.parse(a.at));
  const kept = new Map<string, CandidateApproval>();
  const repeated: IgnoredApproval[] = [];
  for (const candidate of ordered) {
    const person = personKey(candidate.email === '' ? candidate.who : candidate.email);
    if (kept.has(person))
      repeated.push({
        who: candidate.who,
        merge: candidate.merge,
        why: 'the same person has approved already. It counts once.',
      });
    else kept.set(person, candidate);
  }
  return { kept: [...kept.values()], repeated };
}

function counted(candidate: CandidateApproval, requirements: readonly Requirement[]): CountedApproval {
  return {
    who: candidate.who,
    email: candidate.email,
    trust: candidate.trust === 'signed' ? 'signed' : 'on-trust',
    at: candidate.at,
    merge: candidate.merge,
    ...(candidate.spend === undefined ? {} : { spend: candidate.spend }),
    rules: requirements.filter((requirement) => isAsked(candidate, requirement)).map(({ rule }) => rule),
  };
}

type Unmet = {
  readonly rule: string;
  readonly whoCan: readonly string[];
  readonly findings: readonly Finding[];
};

function judge(requirement: Requirement, kept: readonly CandidateApproval[], input: ApprovalInput): Unmet | null {
  const { rule, count, from } = requirement;
  const have = kept.filter((candidate) => isAsked(candidate, requirement));
  const unknown = from.filter((group) => input.policy.groups?.[group] === undefined);
  if (have.length >= count) return null;
  const whoCan = whoCanApprove(requirement, have, input);
  return {
    rule,
    whoCan,
    findings: [
      ...unknown.map((group) => finding('approval/unknown-group', { rule, group }, { file: 'mergecast.yaml' })),
      finding('approval/missing', { rule, missing: count - have.length, whoCan }),
    ],
  };
}

function whoCanApprove(
  requirement: Requirement,
  have: readonly CandidateApproval[],
  input: ApprovalInput,
): readonly string[] {
  const authors = allowsSelfApproval(input) ? [] : [...new Set(input.authors.map(personKey))];
  if (requirement.from.length === 0)
    return [authors.length === 0 ? 'anyone with access' : `anyone except ${authors.join(' and ')}`];
  const done = new Set(have.flatMap((candidate) => [personKey(candidate.email), personKey(candidate.who)]));
  const people = [...new Map(requirement.people.map((person) => [personKey(person), person])).entries()];
  return people.filter(([key]) => !authors.includes(key) && !done.has(key)).map(([, person]) => person);
}

function spendFindings(kept: readonly CandidateApproval[], input: ApprovalInput): Finding[] {
  const { plan, policy, ceiling } = input;
  if (ceiling === undefined || ceiling === null) return [];
  if (!isOverCeiling(plan.effects, ceiling, policy['exchange-rates'])) return [];
  if (kept.some((candidate) => confirmsSpend(plan.effects, candidate.spend))) return [];
  return [
    finding('approval/spend-not-confirmed', {
      amounts: spendWords(plan.effects),
      ceiling: formatMoney(ceiling),
    }),
  ];
}

function saidAloud(kept: readonly CandidateApproval[], input: ApprovalInput): Finding[] {
  return kept
    .filter((candidate) => isAuthor(candidate, input.authors))
    .map((candidate) => finding('approval/self-approval', { who: candidate.who }));
}
