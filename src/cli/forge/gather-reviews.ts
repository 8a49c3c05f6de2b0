import { fetchRefs, type GitCredential } from '../../adapters/git/fetch-refs.ts';
import { gatherReviewFacts, type ReviewFacts, type Thoroughness } from '../../authorize/reviews/index.ts';
import type { Forge, PullRequest } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import type { Policy } from '../../generated/types/policy.ts';

/** A forge whose reviews are approvals, and the clone that holds what they are of. */
export interface ReviewingForge {
  readonly forge: Forge;
  readonly repository: Repository;
  readonly credential: GitCredential | null;
}

/**
 * Who made and who approved a pull request, and the commits that were reviewed: older heads are not brought along with
 * the branch. One that is gone (a forced push) stays away: approvals of it count for nothing, and say so.
 */
export async function gatherReviews(
  { forge, repository, credential }: ReviewingForge,
  pull: PullRequest,
  policy: Policy,
  thoroughness?: Thoroughness,
): Promise<ReviewFacts> {
  const facts = await gatherReviewFacts(forge, pull, policy, thoroughness);
  const reviewed = facts.reviews.ok ? facts.reviews.value.flatMap(({ commit }) => commit ?? []) : [];
  for (const commit of new Set(reviewed))
    if (/^[0-9a-f]{40,64}$/.test(commit) && (await repository.commit(commit)) === null)
      await fetchRefs(repository.directory, [commit], credential);
  return facts;
}
