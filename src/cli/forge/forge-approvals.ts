import { fetchRefs } from '../../adapters/git/fetch-refs.ts';
import { newestChange } from '../../adapters/git/newest-change.ts';
import { evidenceOfReviews } from '../../authorize/reviews/index.ts';
import { findMixedChange } from '../../check/find-mixed-change.ts';
import type { ApprovalEvidence } from '../../core/approval.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { PullRequest } from '../../core/forge.ts';
import type { Commit, Repository } from '../../core/ports.ts';
import type { ApprovalQuestion, ApprovalSource } from '../../execute/engine.ts';
import { pullRef } from './fetch-pull-request.ts';
import { gatherReviews, type ReviewingForge } from './gather-reviews.ts';
import { pullOf } from './pull-of.ts';

/**
 * Approvals by the reviews of the pull request that brought an execution to the default branch, read afresh each time.
 * What came without one is approved by nobody; an approval of one pull request is never borrowed by another.
 */
export function forgeApprovals(from: ReviewingForge): ApprovalSource {
  return {
    find: async (question) => {
      const branch = (await from.repository.defaultBranch()).name;
      const commit = await newestChange(from.repository.directory, question.tip, question.folder);
      if (commit === null) return standing([notReadable(question)]);
      const pull = await pullOf(from, commit, branch);
      if (!pull.ok) return standing(pull.error);
      if (pull.value === null)
        return standing([finding('execution/direct-push', { folder: question.folder, commit, branch })]);
      return evidenceOf(pull.value, question, from, branch);
    },
  };
}

function standing(problems: readonly Finding[]): ApprovalEvidence {
  return { candidates: [], authors: [], problems };
}

function notReadable({ folder, tip }: ApprovalQuestion): Finding {
  return finding('git/unknown-reference', { reference: `${tip}:${folder}` });
}

async function evidenceOf(
  pull: PullRequest,
  question: ApprovalQuestion,
  from: ReviewingForge,
  defaultBranch: string,
): Promise<ApprovalEvidence> {
  const { policy, digestAt, proposedBy, folder } = question;
  const { repository, credential } = from;
  await fetchRefs(repository.directory, [`+refs/pull/${pull.number}/head:${pullRef(pull.number)}`], credential);
  const facts = await gatherReviews(from, pull, policy, { everyPermission: true });
  const brought = await broughtBy(repository, pull);
  const evidence = await evidenceOfReviews(facts, { policy, defaultBranch, digestAt, proposedBy, brought });
  const mixed = await mixedChange(repository, pull, folder);
  return { ...evidence, problems: [...(evidence.problems ?? []), ...mixed] };
}

/** Whoever changes the judge and the case at once is refused here too, whatever the check of the pull request said. */
async function mixedChange(repository: Repository, pull: PullRequest, folder: string): Promise<readonly Finding[]> {
  const { commit } = pull.head;
  if ((await repository.commit(commit)) === null)
    return [
      finding('pull-request/not-fetched', {
        what: `commit ${commit} of pull request ${pull.number}`,
        why: 'origin does not have it',
      }),
    ];
  const fork = await forkPoint(repository, pull);
  return fork === null ? [] : findMixedChange(await repository.changedPaths(fork, commit), [folder]);
}

/** Where the pull request began: before its merge, not after. */
async function forkPoint(repository: Repository, pull: PullRequest): Promise<string | null> {
  const before = await beforeMerge(repository, pull);
  return before === null ? null : repository.mergeBase(before, pull.head.commit);
}

/** Git's own list of the commits: a forge that left one out would hide an author. */
async function broughtBy(repository: Repository, pull: PullRequest): Promise<readonly Commit[]> {
  const before = await beforeMerge(repository, pull);
  const head = await repository.commit(pull.head.commit);
  return before === null || head === null ? [] : repository.commitsBetween(before, head.id);
}

async function beforeMerge(repository: Repository, { mergeCommit, base }: PullRequest): Promise<string | null> {
  const merge = mergeCommit === null ? null : await repository.commit(mergeCommit);
  return (await repository.commit(merge?.parents[0] ?? base.commit))?.id ?? null;
}
