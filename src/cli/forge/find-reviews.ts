import { digestOfCommit, evidenceOfReviews, type ReviewFacts } from '../../authorize/reviews/index.ts';
import type { PullRequest } from '../../core/forge.ts';
import type { Commit } from '../../core/ports.ts';
import { actionRegistry } from '../engine/action-registry.ts';
import { gatherReviews, type ReviewingForge } from './gather-reviews.ts';
import type { FindEvidence } from './view-reviews.ts';

/** Where the reviews of a pull request are, and the commits that they are of. */
export interface ReviewedPull extends ReviewingForge {
  readonly pull: PullRequest;
  /** Branch from which is executed, and its commit as of now. */
  readonly defaultBranch: string;
  readonly base: string;
}

/** Reads the reviews of a pull request once, and tells of each execution which of them are of its very content. */
export function findReviews(reviewed: ReviewedPull): FindEvidence {
  let reading: Promise<ReviewFacts> | null = null;
  let bringing: Promise<readonly Commit[]> | null = null;
  return async ({ plan, policy: { policy }, brand, proposedBy }) => {
    reading ??= gatherReviews(reviewed, reviewed.pull, policy);
    bringing ??= broughtBy(reviewed);
    const [facts, brought] = await Promise.all([reading, bringing]);
    const sought = { id: plan.effects.id, folder: plan.explanation.path, brand: brand.slug, tip: reviewed.base };
    return evidenceOfReviews(facts, {
      policy,
      defaultBranch: reviewed.defaultBranch,
      digestAt: (seen) => digestOfCommit(reviewed.repository, actionRegistry(policy.repository), sought, seen),
      proposedBy,
      brought,
    });
  };
}

/** Git's own list of the commits: a forge that left one out would hide an author. */
async function broughtBy({ repository, pull, base }: ReviewedPull): Promise<readonly Commit[]> {
  const head = await repository.commit(pull.head.commit);
  return head === null ? [] : repository.commitsBetween(base, head.id);
}
