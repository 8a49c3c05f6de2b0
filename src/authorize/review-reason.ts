import type { CandidateApproval } from '../core/approval.ts';
import { personDirectory } from './person-directory.ts';
import { teamOf } from './reviews/is-listed.ts';
import type { ApprovalInput } from './types.ts';

const writes: ReadonlySet<string> = new Set(['write', 'maintain', 'admin']);

/** Why a review on a forge does not count, beyond what holds for every approval; null where nothing speaks against it. */
export function reviewReason(candidate: CandidateApproval, input: ApprovalInput): string | null {
  if (candidate.trust !== 'review') return null;
  return weightReason(candidate, input) ?? identityReason(candidate, input) ?? proofReason(candidate, input);
}

/** Whoever the policy lists may approve with any access; others need the right to write. */
function weightReason({ permission, email }: CandidateApproval, input: ApprovalInput): string | null {
  if (permission === 'none') return 'has no access to the repository any more. Somebody who has must approve.';
  if (isListedPerson(email, input) || writes.has(permission ?? '')) return null;
  if (permission === 'unknown' || permission === 'not-asked' || permission === undefined)
    return `what ${email} may do here could not be read, and the policy does not list them. List the account under people and in a group of mergecast.yaml.`;
  return `may only ${permission} here, and the policy does not list them. Somebody with the right to write must approve, or the policy has to list them.`;
}

function isListedPerson(name: string, { policy, teams = new Map() }: ApprovalInput): boolean {
  const directory = personDirectory(policy);
  const members = Object.values(policy.groups ?? {}).flat();
  const people = members.flatMap((member) => {
    const team = teamOf(member);
    return team === null ? [member] : (teams.get(team) ?? []);
  });
  return people.some((member) => directory.key(member) === directory.key(name));
}

/** A commit whose address belongs to nobody who is known may be the approver's own. */
function identityReason(
  { email, who }: CandidateApproval,
  { policy, plan, unmatched = [] }: ApprovalInput,
): string | null {
  const isGrave = plan.explanation.risk === 'high' || plan.explanation.risk === 'critical';
  if (!isGrave || unmatched.length === 0) return null;
  if (personDirectory(policy).emails(email).length > 0) return null;
  return `a commit by ${unmatched.join(' and ')} belongs to no known account, so it could be theirs. List the e-mail addresses of ${who} under people in mergecast.yaml.`;
}

function proofReason({ digests = [] }: CandidateApproval, { policy, plan }: ApprovalInput): string | null {
  const { risk } = plan.explanation;
  const needed = risk === 'high' || risk === 'critical' ? policy.approvals?.['checklist-proof']?.[risk] : 'none';
  if (needed === 'app')
    return `at ${risk} risk the policy wants the check run of an App as proof, which cannot be verified yet. Set checklist-proof to \`review\` in mergecast.yaml.`;
  if (needed !== 'review' || digests.includes(plan.digest)) return null;
  return `at ${risk} risk the review must name what it approves. Run \`mergecast review\` for this pull request and approve with the line that it prints: Digest: ${plan.digest}`;
}
