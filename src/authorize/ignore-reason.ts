import { addDuration } from '../core/duration.ts';
import { personDirectory, type PersonDirectory } from './person-directory.ts';
import { reviewReason } from './review-reason.ts';
import type { ApprovalInput, CandidateApproval, Question, Requirement } from './types.ts';

const defaultLifetime = 'P180D';
const clockTolerance = 30_000;

/** All names by which the giver of an approval is known; a name that a forge shows can only tell against them. */
function namesOf(
  { email, who, identities = [], trust }: CandidateApproval,
  directory: PersonDirectory,
): ReadonlySet<string> {
  const names = trust === 'review' ? [email, ...identities] : [email, who, ...identities];
  return new Set(names.map((name) => directory.key(name)).filter(Boolean));
}

/** Whether the giver wrote part of what is approved, under whichever of their names. */
export function isAuthor(
  candidate: CandidateApproval,
  { authors, policy }: Pick<ApprovalInput, 'authors' | 'policy'>,
): boolean {
  const directory = personDirectory(policy);
  const names = namesOf(candidate, directory);
  return authors.some((author) => names.has(directory.key(author)));
}

/** Authors may approve their own work in the sandbox, where the policy says so. */
export function allowsSelfApproval(input: Pick<ApprovalInput, 'policy' | 'world'>): boolean {
  return input.world !== 'live' && input.policy.sandbox?.['self-approval'] === true;
}

/** Why an approval does not count, and what would make it count; null where nothing speaks against it. */
export function ignoreReason(
  candidate: CandidateApproval,
  input: ApprovalInput,
  requirements: readonly Requirement[],
): string | null {
  return (
    contentReason(candidate, input) ??
    trustReason(candidate, input) ??
    timeReason(candidate, input) ??
    authorReason(candidate, input) ??
    groupReason(candidate, input, requirements) ??
    reviewReason(candidate, input)
  );
}

function contentReason(candidate: CandidateApproval, { plan }: ApprovalInput): string | null {
  // Said first where it is void whatever it is of: approving the new content would not help.
  if (candidate.trust === 'review' && candidate.why !== undefined) return `${candidate.why}.`;
  if (candidate.digest === '')
    return 'the commit that was looked at does not hold this execution, or cannot be read any more. Approve again.';
  if (candidate.digest !== plan.digest)
    return `approved other content: ${candidate.digest}, now it is ${plan.digest}. Approve again.`;
  if (candidate.supersededBy !== undefined)
    return `a later approval names other content (${candidate.supersededBy}), so this one no longer stands. Approve again.`;
  return null;
}

function trustReason(candidate: CandidateApproval, { policy, world }: ApprovalInput): string | null {
  const why = candidate.why === undefined ? '' : `: ${candidate.why}`;
  if (candidate.trust === 'unknown-key')
    return `signed with a key that is not allowed${why}. ${candidate.remedy ?? 'Approve with an allowed key.'}`;
  if (candidate.trust === 'bad-signature') return `the signature is not valid${why}. Approve again.`;
  if (candidate.why !== undefined) return `${candidate.why}.`;
  if (candidate.trust === 'on-trust' && world === 'live' && policy.approvals?.['on-trust'] !== true)
    return 'not signed, so it proves only push access. Approve with an allowed SSH key, or let the policy accept approvals on trust.';
  return null;
}

function timeReason(candidate: CandidateApproval, { policy, now, clock = now }: ApprovalInput): string | null {
  const at = new Date(candidate.at);
  if (Number.isNaN(at.getTime())) return 'its time cannot be read. Approve again.';
  if (at.getTime() > clock.getTime() + clockTolerance)
    return `dated in the future (${candidate.at}). Correct the clock of that computer and approve again.`;
  const lifetime = policy.approvals?.lifetime ?? defaultLifetime;
  if (now > addDuration(at, lifetime))
    return `given on ${candidate.at.slice(0, 10)}, older than ${lifetime}. Approve again.`;
  return null;
}

function authorReason(candidate: CandidateApproval, input: ApprovalInput): string | null {
  if (!isAuthor(candidate, input) || allowsSelfApproval(input)) return null;
  return 'wrote part of it. Someone else must approve.';
}

function groupReason(
  candidate: CandidateApproval,
  { policy }: ApprovalInput,
  requirements: readonly Requirement[],
): string | null {
  const directory = personDirectory(policy);
  if (requirements.some((requirement) => isAsked(candidate, requirement, directory))) return null;
  const questions = requirements.flatMap((requirement) => requirement.questions ?? []);
  if (questions.some((question) => mayAnswer(candidate, question, directory))) return null;
  const groups = [...new Set(requirements.flatMap((requirement) => requirement.from))];
  return `not in ${groups.join(' or ')}. Someone of that group must approve.`;
}

/** Whether a rule asks for this person. */
export function isAsked(candidate: CandidateApproval, requirement: Requirement, directory: PersonDirectory): boolean {
  if (requirement.from.length === 0) return true;
  const proven = personOf(candidate, directory);
  return requirement.people.some((person) => directory.key(person) === proven);
}

/** Whether a question is put to this person in particular. */
export function mayAnswer(
  candidate: CandidateApproval,
  { people = [] }: Question,
  directory: PersonDirectory,
): boolean {
  const proven = personOf(candidate, directory);
  return people.some((person) => directory.key(person) === proven);
}

/** Who gave it: only the proven name, because whatever else stands in a commit is what its maker typed. */
export function personOf(candidate: CandidateApproval, directory: PersonDirectory): string {
  return directory.key(candidate.email === '' ? candidate.who : candidate.email);
}
