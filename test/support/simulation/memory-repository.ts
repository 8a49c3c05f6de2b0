import { sha256Hex } from '../../../src/core/canonical.ts';
import type { Commit, Repository, Tree } from '../../../src/core/ports.ts';
import { memoryTree } from '../memory-tree.ts';

/** The default branch of a simulated repository: one commit after another. */
export class MemoryHistory {
  readonly commits: {
    readonly id: string;
    readonly tree: Tree;
    readonly files: Readonly<Record<string, string>>;
  }[] = [];

  /** Adds a commit with exactly these files. */
  commit(files: Readonly<Record<string, string>>): string {
    const id = sha256Hex(`commit ${this.commits.length}`).slice(0, 40);
    const tree = memoryTree(files);
    const folderId = async (folder: string): Promise<string | null> => {
      const inside = Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
      return inside.length === 0 ? null : sha256Hex(JSON.stringify(inside)).slice(0, 40);
    };
    this.commits.push({ id, tree: { ...tree, commit: id, folderId }, files });
    return id;
  }
}

/** A runner's view of it, up to the commit that it has fetched. */
export function memoryRepository(history: MemoryHistory, tip: () => string): Repository {
  const at = (id: string): Tree => {
    const found = history.commits.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no commit ${id}`);
    return found.tree;
  };
  const unused = (): never => {
    throw new Error('the simulation does not need this');
  };
  return {
    directory: '/simulated',
    resolve: async () => null,
    commit: async (id) => commitOf(history, id),
    blob: async () => null,
    at,
    workTree: unused,
    firstParentChanges: async () => [],
    mergeBase: unused,
    firstParents: async function* (from) {
      const index = history.commits.findIndex(({ id }) => id === from);
      for (let position = index; position >= 0; position -= 1) {
        const commit = commitOf(history, history.commits[position]?.id ?? '');
        if (commit !== null) yield commit;
      }
    },
    commitsBetween: async () => [],
    changedPaths: async () => [],
    verifySignature: async () => ({ is: 'none' }),
    defaultBranch: async () => ({ name: 'main', commit: tip(), remote: false }),
    hasOrigin: async () => false,
    close: async () => undefined,
  };
}

function commitOf(history: MemoryHistory, id: string): Commit | null {
  const index = history.commits.findIndex((one) => one.id === id);
  if (index < 0) return null;
  const person = { name: 'dana', email: 'dana@acme.example' };
  const parent = history.commits[index - 1]?.id;
  const parents = parent === undefined ? [] : [parent];
  return { id, parents, tree: id, author: person, committer: person, time: index, message: '' };
}
