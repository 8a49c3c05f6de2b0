import type { Tree, TreeEntry } from '../../core/ports.ts';
import type { ObjectReader } from './object-reader.ts';
import { gitFields } from './run-git.ts';

/** The files of a commit, straight from git objects: no checkout, so no filter or attribute can change a byte. */
export function treeOfCommit(directory: string, reader: ObjectReader, commit: string): Tree {
  const listings = new Map<string, Promise<readonly TreeEntry[]>>();
  return {
    kind: 'commit',
    commit,
    list: (folder) => {
      const known = listings.get(folder) ?? listEntries(directory, commit, folder);
      listings.set(folder, known);
      return known;
    },
    read: async (path, maximum) => {
      const object = await reader.read(`${commit}:${path}`, maximum);
      if (object?.type !== 'blob') return null;
      return object.content ?? new Uint8Array(maximum + 1);
    },
    folderId: async (path) => {
      const object = await reader.read(`${commit}:${path}`, Number.MAX_SAFE_INTEGER);
      return object?.type === 'tree' ? object.id : null;
    },
  };
}

async function listEntries(directory: string, commit: string, folder: string): Promise<readonly TreeEntry[]> {
  const path = folder === '' ? [] : [`${folder.replace(/\/$/, '')}/`];
  const fields = await gitFields(
    ['--literal-pathspecs', 'ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...path],
    {
      directory,
    },
  );
  return (fields ?? []).flatMap((field) => {
    const match = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(field);
    if (match === null) return [];
    const [, mode, type, object, size, name] = match;
    const kind = type === 'commit' ? 'submodule' : mode === '120000' ? 'symlink' : 'file';
    return [{ path: name ?? '', kind, bytes: size === '-' ? 0 : Number(size), object: object ?? '' } as const];
  });
}
