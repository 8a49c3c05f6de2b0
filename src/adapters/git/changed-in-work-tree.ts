import { gitFields } from './run-git.ts';
import { readWorkTree } from './work-tree.ts';

/**
 * Paths of the work tree that differ from a commit, files included that git does not track yet (ignored ones not);
 * without a commit, all of them. Null where git fails.
 */
export async function changedInWorkTree(
  directory: string,
  commit: string | null,
  workTree = readWorkTree(directory),
): Promise<readonly string[] | null> {
  if (commit === null) return (await workTree.tree.list('')).map(({ path }) => path);
  const changed = await gitFields([...diff, commit, '--'], { directory });
  return changed === null ? null : [...new Set([...changed, ...(await workTree.untracked)])].toSorted();
}

/** No program of the user is run, and a submodule is not looked into. */
const diff = [
  'diff',
  '--name-only',
  '-z',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty',
];
