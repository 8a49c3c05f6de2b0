import { finding } from '../../core/finding.ts';
import { isControlPlane, isEvidence } from '../../core/is-control-plane.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { decisionsIn } from './review-decisions.ts';

/** Where a branch left the default branch, and the folders of the executions and decisions that it adds or changes. */
export interface ChangedExecutions {
  readonly forkPoint: string;
  readonly folders: readonly string[];
  readonly decisions: readonly string[];
}

/**
 * Finds what a branch proposes. A branch that is part of the default branch already is compared with the state before
 * it came in, so that an approval can follow later. Refuses what mixes executions with the rules about them.
 */
export async function changedExecutions(
  repository: Repository,
  branch: { readonly name: string; readonly tip: string },
  base: string,
): Promise<Result<ChangedExecutions>> {
  const forkPoint = await forkPointOf(repository, branch.tip, base);
  const paths = forkPoint === null ? [] : await repository.changedPaths(forkPoint, branch.tip);
  const manifests = (await repository.at(branch.tip).list('executions')).filter(({ path }) =>
    path.endsWith('/execution.yaml'),
  );
  const folders = manifests
    .map(({ path }) => path.slice(0, -'/execution.yaml'.length))
    .filter((folder) => paths.some((path) => path.startsWith(`${folder}/`)));
  const decisions = decisionsIn(paths);
  const isSent = folders.length + decisions.length > 0;
  const control = paths.filter(isControlPlane);
  const judges = control.filter((path) => !isEvidence(path));
  if (isSent && judges.length > 0) return failure([finding('control-plane/mixed', { paths: judges })]);
  if (isSent && forkPoint !== null) return success({ forkPoint, folders, decisions });
  if (control.length > 0) return failure([finding('control-plane/only', { paths: control })]);
  return failure([finding('approval/nothing-to-approve', { branch: branch.name })]);
}

async function forkPointOf(repository: Repository, tip: string, base: string): Promise<string | null> {
  const common = await repository.mergeBase(base, tip);
  if (common !== tip) return common;
  // The branch came in before: find the first-parent commit that brought it, and what was there until then.
  const line: string[] = [];
  for await (const commit of repository.firstParents(base, tip)) line.push(commit.id);
  line.push(tip);
  const brought = await repository.commit(line[await lastHolding(repository, line, tip)] ?? tip);
  const before = brought?.parents[0];
  return before === undefined ? null : repository.mergeBase(before, tip);
}

/** Index of the oldest commit of a first-parent line that holds the tip: from there on all newer ones do. */
async function lastHolding(repository: Repository, line: readonly string[], tip: string): Promise<number> {
  let holding = 0;
  let lacking = 1;
  const holds = async (index: number): Promise<boolean> =>
    index < line.length && (await repository.mergeBase(line[index] ?? tip, tip)) === tip;
  while (await holds(lacking)) [holding, lacking] = [lacking, lacking * 2];
  while (lacking - holding > 1) {
    const middle = (holding + lacking) >> 1;
    if (await holds(middle)) holding = middle;
    else lacking = middle;
  }
  return holding;
}
