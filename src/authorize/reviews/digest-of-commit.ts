import type { Repository, Tree } from '../../core/ports.ts';
import type { Result } from '../../core/result.ts';
import type { Plan } from '../../generated/types/plan.ts';
import { findExecutions, loadBrand, loadExecution } from '../../load/index.ts';
import type { ActionCatalogue, LoadedBrand, LoadedExecution } from '../../load/types.ts';

/** What planning needs to know about actions. */
export interface Planner {
  readonly catalogue: ActionCatalogue;
  plan(execution: LoadedExecution, brand: LoadedBrand): Promise<Result<Plan>>;
}

/** Which execution is looked for, and where it is judged. */
export interface SoughtExecution {
  /** ULID of the manifest. */
  readonly id: string;
  /** Where it is now. */
  readonly folder: string;
  /** Slug of its brand. */
  readonly brand: string;
  /** Commit of the default branch that is judged: reviewers saw an earlier one, or this. */
  readonly tip: string;
}

/** A commit that somebody reviewed, and when (ISO 8601; null: not submitted). */
export interface ReviewedCommit {
  readonly commit: string;
  readonly at: string | null;
}

/**
 * Digest of an execution as a reviewer saw it: the content of the commit, under the brand and the connections that the
 * default branch had then. A connection that was pointed elsewhere since gives another digest now, so that the approval is
 * of something else. Null where the commit is not here, or does not hold it, or it cannot be planned: such a review is of
 * nothing.
 */
export async function digestOfCommit(
  repository: Repository,
  planner: Planner,
  sought: SoughtExecution,
  { commit, at }: ReviewedCommit,
): Promise<string | null> {
  const control = await controlThen(repository, sought.tip, at);
  if (control === null || (await repository.commit(commit)) === null) return null;
  const brand = await loadBrand(repository.at(control), sought.brand);
  if (!brand.ok) return null;
  const tree = repository.at(commit);
  for (const folder of await foldersOf(tree, sought)) {
    const loaded = await loadExecution(tree, folder, planner.catalogue);
    if (!loaded.ok || loaded.value.manifest.id !== sought.id || loaded.value.manifest.brand !== sought.brand) continue;
    const plan = await planner.plan(loaded.value, brand.value);
    return plan.ok ? plan.value.digest : null;
  }
  return null;
}

/** The newest commit on the line of the default branch that was there before a time. git counts whole seconds: in doubt it came later. */
async function controlThen(repository: Repository, tip: string, at: string | null): Promise<string | null> {
  const time = Math.floor(Date.parse(at ?? '') / 1000);
  if (Number.isNaN(time)) return null;
  for await (const commit of repository.firstParents(tip)) if (commit.time < time) return commit.id;
  return null;
}

/** Where it is today is looked at first. */
async function foldersOf(tree: Tree, { id, folder }: SoughtExecution): Promise<readonly string[]> {
  const holds = async (one: string): Promise<boolean> => {
    const bytes = await tree.read(`${one}/execution.yaml`, 256 * 1024);
    return bytes !== null && new TextDecoder().decode(bytes).includes(id);
  };
  if (await holds(folder)) return [folder];
  const all = await findExecutions(tree);
  const held = await Promise.all(all.map(async (one) => ((await holds(one)) ? [one] : [])));
  return held.flat();
}
