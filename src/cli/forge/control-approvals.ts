import { fetchRefs } from '../../adapters/git/fetch-refs.ts';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { controlInput, evaluateApprovals } from '../../authorize/index.ts';
import { evidenceOfReviews, type ReviewedCommit } from '../../authorize/reviews/index.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { sha256Hex } from '../../core/canonical.ts';
import type { PullRequest } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { ControlApprovals, ControlQuestion } from '../../execute/engine.ts';
import { whyNot } from '../../execute/why-not.ts';
import { pullRef } from './fetch-pull-request.ts';
import { gatherReviews, type ReviewingForge } from './gather-reviews.ts';
import { pullOf } from './pull-of.ts';

/** Largest file that is compared, in bytes; a larger one compares as missing, which nobody approved. */
const longestFile = 16 * 1024 * 1024;

/** Who approved a change of the control plane: reviews of its pull request by the owners, of exactly these files. */
export function forgeControlApprovals(from: ReviewingForge): ControlApprovals {
  return {
    find: async (question) => {
      const branch = (await from.repository.defaultBranch()).name;
      const pull = await pullOf(from, question.commit, branch);
      if (!pull.ok) return pull;
      if (pull.value === null) return refused(question, 'it was pushed without a pull request');
      return judge(pull.value, question, from, branch);
    },
  };
}

async function judge(
  pull: PullRequest,
  question: ControlQuestion,
  from: ReviewingForge,
  defaultBranch: string,
): Promise<Result<readonly string[]>> {
  const { repository, credential } = from;
  const { commit, paths, policy, owners } = question;
  await fetchRefs(repository.directory, [`+refs/pull/${pull.number}/head:${pullRef(pull.number)}`], credential);
  const facts = await gatherReviews(from, pull, policy, { everyPermission: true });
  const merged = await digestOfFiles(repository, commit, paths);
  const digestAt = async (seen: ReviewedCommit): Promise<string | null> =>
    (await repository.commit(seen.commit)) === null ? null : digestOfFiles(repository, seen.commit, paths);
  const evidence = await evidenceOfReviews(facts, { policy, defaultBranch, digestAt });
  const input = controlInput({ commit, digest: merged, owners }, policy);
  const verdict = evaluateApprovals({ ...input, ...evidence, now: systemClock.now(), world: 'live' });
  if (verdict.approved) return success(verdict.counted.map(({ who }) => who));
  const unread = verdict.findings.filter(({ severity }) => severity === 'cannot-verify');
  return unread.length > 0 ? failure(unread) : refused(question, whyNot(verdict));
}

/** Over the exact bytes of the files that decide, as a commit holds them. */
async function digestOfFiles(repository: Repository, commit: string, paths: readonly string[]): Promise<string> {
  const tree = repository.at(commit);
  const files = await Promise.all(
    paths.toSorted().map(async (path) => {
      const bytes = await tree.read(path, longestFile);
      return `${path}\0${bytes === null ? 'none' : sha256Hex(bytes)}`;
    }),
  );
  return `mc1:sha256:${sha256Hex(files.join('\n'))}`;
}

function refused({ commit, paths, owners }: ControlQuestion, why: string): Result<never, readonly Finding[]> {
  const [file] = paths;
  return failure([
    finding(
      'control-plane/unapproved',
      { commit, paths, owners, why },
      { evidence: commit, ...(file !== undefined && { file }) },
    ),
  ]);
}
