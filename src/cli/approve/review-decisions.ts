import { decisionInput } from '../../authorize/index.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { decisionIdOf } from '../../core/identity.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { decisionFile, decisionFolder, loadDecision, type LoadedDecision } from '../../load/index.ts';
import type { ReviewedExecution } from './types.ts';

/** Folders of the decisions that some paths belong to. */
export function decisionsIn(paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap((path) => (isDecision(path) ? [path.slice(0, -decisionFile.length - 1)] : []));
  return [...new Set(folders)];
}

function isDecision(path: string): boolean {
  return /^decisions\/[^/]+\/[^/]+\/[^/]+$/.test(path) && path.endsWith(`/${decisionFile}`);
}

/** Answers to questions that a branch brings, as an approval names them; the merge must have the very same bytes. */
export async function reviewDecisions(
  repository: Repository,
  trees: { readonly branch: string; readonly merged: string },
  folders: readonly string[],
  policy: Policy,
): Promise<Result<readonly ReviewedExecution[]>> {
  const reviewed: ReviewedExecution[] = [];
  for (const folder of folders) {
    const loaded = await loadDecision(repository.at(trees.branch), folder);
    if (!loaded.ok) return loaded;
    // Taken away by the branch: there is nothing to answer.
    if (loaded.value === null) continue;
    const merged = await loadDecision(repository.at(trees.merged), folder);
    const problems = problemsWith(loaded.value, merged.ok ? merged.value : null);
    if (problems.length > 0) return failure(problems);
    reviewed.push(asReviewed(loaded.value, policy));
  }
  return success(reviewed);
}

function problemsWith({ decision, digest, folder, file }: LoadedDecision, merged: LoadedDecision | null): Finding[] {
  const mergedDigest = merged?.digest ?? 'nothing';
  if (mergedDigest !== digest)
    return [finding('approval/merged-content-differs', { branchDigest: digest, mergedDigest }, { file })];
  const expected = decisionFolder(brandOf(folder), decision.execution, decision.question);
  return expected === folder ? [] : [finding('execution/decision-differs', { what: 'its folder', expected }, { file })];
}

function asReviewed({ decision, digest, folder }: LoadedDecision, policy: Policy): ReviewedExecution {
  const { execution: id, question, answer, reason } = decision;
  const { repository } = policy;
  const words = `${answer}: ${reason}`;
  const input = decisionInput({ repository, brand: brandOf(folder), id, generation: 1, folder, digest, words }, policy);
  const executionId = decisionIdOf(repository, id, question);
  return { path: folder, executionId, digest, ...input, ceiling: null, markets: [] };
}

function brandOf(folder: string): string {
  return folder.split('/')[1] ?? '';
}
