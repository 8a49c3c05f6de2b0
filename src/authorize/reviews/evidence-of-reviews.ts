import type { ApprovalEvidence, CandidateApproval } from '../../core/approval.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Account, Permission } from '../../core/forge.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { personDirectory, type PersonDirectory } from '../person-directory.ts';
import { accountName, isMachine } from './account-name.ts';
import { authorsOfPull, type MadeBy } from './authors-of-pull.ts';
import type { ReviewedCommit } from './digest-of-commit.ts';
import { isListed } from './is-listed.ts';
import { latestWords, type Word } from './latest-reviews.ts';
import { readStatements } from './read-statements.ts';
import type { ReviewFacts } from './types.ts';

/** What the reviews are held against. */
export interface ReviewedContent extends MadeBy {
  /** Of the base, never of the proposal. */
  readonly policy: Policy;
  /** Branch from which is executed. */
  readonly defaultBranch: string;
  /** Digest of what a reviewer saw; null where it was not there. See `digestOfCommit`. */
  readonly digestAt: (reviewed: ReviewedCommit) => Promise<string | null>;
}

/**
 * The reviews of a pull request as approvals of one execution. An approval of a commit is one of the digest that this
 * commit holds, recomputed from git objects: the very same content approved on another commit counts, one changed byte
 * does not. What could not be read stands against all of them.
 */
export async function evidenceOfReviews(facts: ReviewFacts, content: ReviewedContent): Promise<ApprovalEvidence> {
  const { policy } = content;
  const directory = personDirectory(policy);
  const words = latestWords(facts, directory);
  const approvals = [...words.standing, ...words.void].filter(({ says }) => says === 'approved');
  const candidates = await Promise.all(approvals.map((word) => candidateOf(word, facts, content, directory)));
  return {
    candidates,
    ...authorsOfPull(facts, directory, content),
    spoke: await spokenIn(facts, content),
    problems: [...unreadable(facts), ...otherBase(facts, content), ...vetoes(words.standing, facts, policy, directory)],
    teams: new Map(
      [...facts.teams].flatMap(([team, members]) => (members.ok ? [[team, namesOf(facts, members.value)]] : [])),
    ),
  };
}

/** Who said anything in a review, and of which content most recently. */
async function spokenIn(
  facts: ReviewFacts,
  { digestAt }: ReviewedContent,
): Promise<NonNullable<ApprovalEvidence['spoke']>> {
  const reviews = facts.reviews.ok ? facts.reviews.value : [];
  const latest = new Map<string, ReviewedCommit>();
  for (const { account, commit, state, at } of reviews) {
    const name = accountName(facts.forge, account);
    if (name !== null && commit !== null && state !== 'pending') latest.set(name, { commit, at });
  }
  return Promise.all(
    [...latest].map(async ([account, reviewed]) => ({ account, digest: (await digestAt(reviewed)) ?? '' })),
  );
}

function namesOf({ forge }: ReviewFacts, accounts: readonly Account[]): readonly string[] {
  return accounts.flatMap((account) => accountName(forge, account) ?? []);
}

async function candidateOf(
  word: Word,
  facts: ReviewFacts,
  { policy, digestAt }: ReviewedContent,
  directory: PersonDirectory,
): Promise<CandidateApproval> {
  const { review, name } = word;
  const account = review.account;
  const why = word.why ?? machineReason(account, facts, policy);
  const { commit, at } = review;
  const digest = commit === null ? null : await digestAt({ commit, at });
  const statements = readStatements(review.body);
  return {
    who: name === '' ? 'a deleted account' : shownName(name, account, directory),
    email: name,
    trust: 'review',
    ...(account !== null && { identities: [account.login] }),
    at: at ?? '',
    merge: commit ?? '',
    digest: digest ?? '',
    review: { id: review.id, url: review.url },
    permission: permissionOf(account, facts),
    ...statements,
    ...(why !== undefined && { why }),
  };
}

function machineReason(account: Account | null, { forge }: ReviewFacts, policy: Policy): string | undefined {
  if (account === null || !isMachine(forge, account, policy)) return undefined;
  return 'a machine account approves nothing. A person must approve';
}

function shownName(name: string, account: Account | null, directory: PersonDirectory): string {
  const shown = directory.shown(name);
  return shown === name ? (account?.login ?? name) : shown;
}

function permissionOf(account: Account | null, { permissions }: ReviewFacts): Permission | 'unknown' | 'not-asked' {
  const id = account?.id ?? null;
  const read = id === null ? undefined : permissions.get(id);
  if (read === undefined) return 'not-asked';
  return read.ok ? read.value : 'unknown';
}

/** Half of the facts is no fact: somebody may have asked for changes on the page that could not be read. */
function unreadable({ commits, reviews, pushers }: ReviewFacts): readonly Finding[] {
  return [commits, reviews, ...(pushers === null ? [] : [pushers])].flatMap((part) => (part.ok ? [] : part.error));
}

function otherBase({ pull }: ReviewFacts, { defaultBranch }: ReviewedContent): readonly Finding[] {
  return pull.base.branch === defaultBranch
    ? []
    : [finding('approval/other-base', { branch: pull.base.branch, defaultBranch })];
}

/** Asking for changes stops it, whoever approves, until the same person withdraws it. */
function vetoes(
  standing: readonly Word[],
  facts: ReviewFacts,
  policy: Policy,
  directory: PersonDirectory,
): readonly Finding[] {
  return standing
    .filter(
      ({ says, name, review }) =>
        says === 'changes-requested' && hasWeight(name, review.account, facts, policy, directory),
    )
    .map(({ name, review }) =>
      finding('approval/changes-requested', { who: shownName(name, review.account, directory), url: review.url }),
    );
}

/** A stranger's request stops nothing; where it is not known whether it is a stranger, or of an unread team, it does. */
function hasWeight(
  name: string,
  account: Account | null,
  facts: ReviewFacts,
  policy: Policy,
  directory: PersonDirectory,
): boolean {
  const isUnknown = [...facts.teams.values()].some((members) => !members.ok);
  if (isUnknown || isListed(name, policy, directory, facts)) return true;
  return !['none', 'read', 'triage'].includes(permissionOf(account, facts));
}
