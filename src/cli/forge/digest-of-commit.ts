import type { Registry } from '../../core/registry.ts';
import type { Repository, Tree } from '../../core/ports.ts';
import { actionCatalogue, findExecutions, loadExecution } from '../../load/index.ts';
import type { LoadedBrand } from '../../load/types.ts';
import { planExecution } from '../../plan/index.ts';

/** Which execution is looked for, and what decides about it. */
export interface SoughtExecution {
  /** ULID of the manifest. */
  readonly id: string;
  /** Where it is now. */
  readonly folder: string;
  /** As the base has it. */
  readonly brand: LoadedBrand;
  /** UUID of the repository. */
  readonly repositoryId: string;
}

/**
 * Digest of an execution as a commit holds it, wherever its folder was there, under the brand that is given. Null where
 * the commit is not here, or does not hold it, or it cannot be planned: an approval of such a commit is of nothing.
 */
export async function digestOfCommit(
  repository: Repository,
  commit: string,
  sought: SoughtExecution,
  registry: Registry,
): Promise<string | null> {
  if ((await repository.commit(commit)) === null) return null;
  const tree = repository.at(commit);
  for (const folder of await foldersOf(tree, sought)) {
    const loaded = await loadExecution(tree, folder, actionCatalogue(registry));
    if (!loaded.ok || loaded.value.manifest.id !== sought.id) continue;
    const plan = await planExecution(loaded.value, sought.brand, sought.repositoryId, registry);
    return plan.ok ? plan.value.digest : null;
  }
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
