import type { Tree, TreeEntry } from '../core/ports.ts';

/** What somebody may have meant as a manifest. */
const manifestName = /(?:^|\/)execution\.(?:ya?ml|json)$/i;

/**
 * Folders under `executions/` that hold a manifest, sorted; also misplaced and misnamed ones, links and submodules, so
 * that loading them says what is wrong instead of nobody noticing.
 */
export async function findExecutions(tree: Tree): Promise<readonly string[]> {
  const entries = await tree.list('executions');
  const folders = new Set(entries.filter(({ path }) => manifestName.test(path)).map(({ path }) => folderOf(path)));
  const odd = entries.filter(({ kind, path }) => kind !== 'file' && !isInside(path, folders));
  return [...folders, ...odd.map(({ path }: TreeEntry) => path)].toSorted();
}

/** Folder part of a path; empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function isInside(path: string, folders: ReadonlySet<string>): boolean {
  for (let above = folderOf(path); above !== ''; above = folderOf(above)) if (folders.has(above)) return true;
  return false;
}
