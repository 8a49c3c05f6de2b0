import { blocks, finding, type Finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { LookUp, Review, ReviewedExecution } from './types.ts';

/**
 * Checks the executions of a branch as the branch has them and as the merge will have them. What is approved must be
 * what was reviewed: both digests must be equal.
 */
export async function reviewBranch(
  trees: { readonly branch: string; readonly merged: string; readonly base: string },
  folders: readonly string[],
  review: Review,
  lookUp: LookUp | undefined,
): Promise<Result<readonly ReviewedExecution[]>> {
  const onBranch = await review(trees.branch, trees.base, folders);
  const problems = onBranch.findings.filter(blocks);
  if (problems.length > 0) return failure(problems);
  const merged = await review(trees.merged, trees.base, folders);
  const differing = differences(onBranch.executions, merged.executions);
  if (differing.length > 0) return failure(differing);
  const later = merged.findings.filter(blocks);
  if (later.length > 0) return failure(later);
  const ran = lookUp === undefined ? [] : (await Promise.all(merged.executions.map(lookUp))).flat();
  return ran.some(blocks) ? failure(ran) : success(merged.executions);
}

function differences(before: readonly ReviewedExecution[], after: readonly ReviewedExecution[]): Finding[] {
  const digests = new Map(after.map(({ executionId, digest }) => [executionId, digest]));
  return before.flatMap(({ executionId, digest, path }) => {
    const mergedDigest = digests.get(executionId) ?? 'nothing';
    if (mergedDigest === digest) return [];
    return [
      finding(
        'approval/merged-content-differs',
        { branchDigest: digest, mergedDigest },
        { file: `${path}/execution.yaml` },
      ),
    ];
  });
}
