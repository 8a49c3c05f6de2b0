import { blocks, finding, type Finding } from '../core/finding.ts';
import { ignoreReason, isAsked, isAuthor, personOf } from './ignore-reason.ts';
import { judgeRequirement } from './judge-requirement.ts';
import { judgeSpend } from './judge-spend.ts';
import { personDirectory } from './person-directory.ts';
import { requirementsFor } from './requirements-for.ts';
import { confirmsSpend } from './spend-totals.ts';
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
  const requirements = requirementsFor(input.plan, input.policy, input.markets, input.teams);
  const ignored: IgnoredApproval[] = [];
  const valid: CandidateApproval[] = [];
  for (const candidate of input.candidates) {
    const why = ignoreReason(candidate, input, requirements);
    if (why === null) valid.push(candidate);
    else ignored.push({ who: candidate.who, merge: candidate.merge, why });
  }
  const { kept, repeated } = onePerPerson(valid, input);
  const unmet = requirements.map((requirement) => judgeRequirement(requirement, kept, input));
  const findings = [
    ...(input.problems ?? []),
    ...unmet.flatMap((one) => one.findings),
    ...judgeSpend(kept, input),
    ...saidAloud(kept, input),
  ];
  const missing = unmet.flatMap((one) => one.missing);
  return {
    approved: missing.length === 0 && !findings.some(blocks),
    counted: kept.map((candidate) => counted(candidate, requirements, input)),
    ignored: [...ignored, ...repeated],
    missing,
    findings,
  };
}

/** The one that restates the amount is kept, else the newest: a second click never makes it worse. */
function onePerPerson(
  valid: readonly CandidateApproval[],
  input: ApprovalInput,
): { kept: CandidateApproval[]; repeated: IgnoredApproval[] } {
  const directory = personDirectory(input.policy);
  const rank = (one: CandidateApproval): number => (confirmsSpend(input.plan.effects, one.spend) ? 1 : 0);
  const ordered = valid.toSorted((a, b) => rank(b) - rank(a) || Date.parse(b.at) - Date.parse(a.at));
  const kept = new Map<string, CandidateApproval>();
  const repeated: IgnoredApproval[] = [];
  for (const candidate of ordered) {
    const person = personOf(candidate, directory);
    const why = 'the same person has approved already. It counts once.';
    if (kept.has(person)) repeated.push({ who: candidate.who, merge: candidate.merge, why });
    else kept.set(person, candidate);
  }
  return { kept: [...kept.values()], repeated };
}

function counted(
  candidate: CandidateApproval,
  requirements: readonly Requirement[],
  { policy }: ApprovalInput,
): CountedApproval {
  const { who, email, at, merge, trust } = candidate;
  const directory = personDirectory(policy);
  return {
    who,
    email,
    trust: trust === 'signed' || trust === 'review' ? trust : 'on-trust',
    at,
    merge,
    ...stated(candidate),
    rules: requirements.filter((requirement) => isAsked(candidate, requirement, directory)).map(({ rule }) => rule),
  };
}

/** What the approver said besides, as far as it was said. */
function stated({
  spend,
  overage,
  answers = {},
  client,
  review,
  permission,
}: CandidateApproval): Partial<CountedApproval> {
  const isAnswered = Object.keys(answers).length > 0;
  return {
    ...(spend !== undefined && { spend }),
    ...(overage !== undefined && { overage }),
    ...(isAnswered && { answers }),
    ...(client !== undefined && { client }),
    ...(review !== undefined && { review }),
    ...(permission !== undefined && permission !== 'not-asked' && { permission }),
  };
}

/** What counts, and should be known all the same. */
function saidAloud(kept: readonly CandidateApproval[], input: ApprovalInput): Finding[] {
  const own = kept.filter((candidate) => isAuthor(candidate, input));
  const { unmatched = [] } = input;
  return [
    ...own.map((candidate) => finding('approval/self-approval', { who: candidate.who })),
    ...(unmatched.length > 0 && kept.length > 0 ? [finding('approval/unmatched-author', { emails: unmatched })] : []),
  ];
}
