import { resolve } from 'node:path';
import { realPath } from '../../adapters/files/read-files.ts';
import type { Tree } from '../../core/ports.ts';
import { combine, success, type Result } from '../../core/result.ts';
import { findExecution, findInside } from '../find-execution.ts';

const manifest = '/execution.yaml';

/** Where paths of the command line are looked for. */
interface Around {
  /** Top of the repository. */
  readonly directory: string;
  readonly cwd: string;
}

/** Folders of the executions at some paths: an execution, a file of it, or a folder above several. None: all. */
export async function findFolders(
  paths: readonly string[],
  tree: Tree,
  around: Around,
): Promise<Result<readonly string[]>> {
  if (paths.length === 0) return success(await foldersBelow(tree, 'executions'));
  const found = combine(await Promise.all(paths.map((path) => foldersAt(path, tree, around))));
  return found.ok ? success([...new Set(found.value.flat())].toSorted()) : found;
}

async function foldersAt(path: string, tree: Tree, around: Around): Promise<Result<readonly string[]>> {
  const isTop = (await realPath(resolve(around.cwd, path))) === (await realPath(around.directory));
  const inside = isTop ? 'executions' : await findInside(path, around);
  const below = inside === null ? [] : await foldersBelow(tree, inside);
  if (isTop || below.length > 0) return success(below);
  const execution = await findExecution(path, around);
  return execution.ok ? success([execution.value]) : execution;
}

async function foldersBelow(tree: Tree, folder: string): Promise<readonly string[]> {
  const entries = await tree.list(folder);
  return entries
    .filter(({ path }) => path.startsWith('executions/') && path.endsWith(manifest))
    .map(({ path }) => path.slice(0, -manifest.length))
    .toSorted();
}
