import { fetchRefs, type GitCredential } from '../../adapters/git/fetch-refs.ts';
import { evidenceOfReviews, gatherReviewFacts, type ReviewFacts } from '../../authorize/reviews/index.ts';
import type { Forge, PullRequest } from '../../core/forge.ts';
import type { Commit, Repository } from '../../core/ports.ts';
import { actions, connectors } from '../../generated/registry.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { digestOfCommit } from './digest-of-commit.ts';
import type { FindEvidence } from './view-reviews.ts';

/** Where the reviews of a pull request are, and the commits that they are of. */
export interface ReviewedPull {
  readonly forge: Forge;
  readonly repository: Repository;
  readonly pull: PullRequest;
  /** Branch from which is executed. */
  readonly defaultBranch: string;
  readonly credential: GitCredential | null;
}

/** Reads the reviews of a pull request once, and tells of each execution which of them are of its very content. */
export function findReviews(reviewed: ReviewedPull): FindEvidence {
  let reading: Promise<ReviewFacts> | null = null;
  let bringing: Promise<readonly Commit[]> | null = null;
  return async ({ plan, policy: { policy }, brand, proposedBy }) => {
    reading ??= readFacts(reviewed, policy);
    bringing ??= broughtBy(reviewed);
    const [facts, brought] = await Promise.all([reading, bringing]);
    const sought = { id: plan.effects.id, folder: plan.explanation.path, brand, repositoryId: policy.repository };
    return evidenceOfReviews(facts, {
      policy,
      defaultBranch: reviewed.defaultBranch,
      digestAt: (commit) =>
        commit === reviewed.pull.head.commit
          ? Promise.resolve(plan.digest)
          : digestOfCommit(reviewed.repository, commit, sought, { connectors, actions }),
      proposedBy,
      brought,
    });
  };
}

/** Git's own list of the commits: a forge that left one out would hide an author. */
async function broughtBy({ repository, pull, defaultBranch }: ReviewedPull): Promise<readonly Commit[]> {
  const [base, head] = await Promise.all([
    repository.resolve(`refs/remotes/origin/${defaultBranch}`),
    repository.commit(pull.head.commit),
  ]);
  return base === null || head === null ? [] : repository.commitsBetween(base, head.id);
}

/** The facts, and the commits that were reviewed: older heads are not brought along with the branch. */
async function readFacts({ forge, pull, repository, credential }: ReviewedPull, policy: Policy): Promise<ReviewFacts> {
  const facts = await gatherReviewFacts(forge, pull, policy);
  const reviewed = facts.reviews.ok ? facts.reviews.value.flatMap(({ commit }) => commit ?? []) : [];
  for (const commit of new Set(reviewed)) {
    // One that is gone (a forced push) stays away: approvals of it count for nothing, and say so.
    if (/^[0-9a-f]{40,64}$/.test(commit) && (await repository.commit(commit)) === null)
      await fetchRefs(repository.directory, [commit], credential);
  }
  return facts;
}
