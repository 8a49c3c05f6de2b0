import type { Tree } from '../core/ports.ts';
import { findExecutions, loadExecution } from '../load/index.ts';
import type { LoadedBrand, LoadedExecution } from '../load/types.ts';
import type { Engine } from './engine.ts';
import { readHint } from './read-hint.ts';

/**
 * Digest of an execution as another commit holds it. What decides about it (brand, connections, evidence) is today's:
 * an approval counts for what would go out now. Null where it is not there or cannot be planned.
 */
export async function digestAt(
  engine: Engine,
  commit: string,
  { manifest: { id }, folder }: LoadedExecution,
  brand: LoadedBrand,
): Promise<string | null> {
  if ((await engine.repository.commit(commit)) === null) return null;
  const tree = engine.repository.at(commit);
  const there = await findFolder(tree, id, folder);
  if (there === null) return null;
  const loaded = await loadExecution(tree, there, engine.registry.catalogue);
  if (!loaded.ok || loaded.value.manifest.id !== id || loaded.value.manifest.brand !== brand.slug) return null;
  const plan = await engine.registry.plan(loaded.value, brand);
  return plan.ok ? plan.value.digest : null;
}

/** Where it is today is looked at first; else the folder whose manifest has the same ULID. */
async function findFolder(tree: Tree, id: string, folder: string): Promise<string | null> {
  const has = async (one: string): Promise<boolean> => (await readHint(tree, one))?.key.startsWith(`${id}.`) === true;
  if (await has(folder)) return folder;
  for (const one of await findExecutions(tree)) if (await has(one)) return one;
  return null;
}
