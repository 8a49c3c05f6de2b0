import { createHash } from 'node:crypto';
import type { Tree, TreeEntry } from '../../src/core/ports.ts';

/** A file by its text or bytes, a symlink by its target, or a submodule. */
export type MemoryFile = string | Uint8Array | { readonly symlink: string } | { readonly submodule: true };

/** A tree in memory, by path; behaves like a commit's, or like the work tree's, which knows no object ids. */
export function memoryTree(files: Readonly<Record<string, MemoryFile>>, kind: Tree['kind'] = 'commit'): Tree {
  const entries = Object.entries(files).map(([path, file]) => entryOf(path, file, kind));
  return {
    kind,
    ...(kind === 'commit' ? { commit: '0'.repeat(40) } : {}),
    list: async (folder) => entries.filter(({ path }) => folder === '' || path.startsWith(`${folder}/`)),
    read: async (path, maximum) => {
      const file = files[path];
      return file === undefined || isSubmodule(file) ? null : bytesOf(file).subarray(0, maximum + 1);
    },
    folderId: async () => null,
  };
}

function entryOf(path: string, file: MemoryFile, kind: Tree['kind']): TreeEntry {
  const bytes = bytesOf(file);
  const form = isSubmodule(file) ? 'submodule' : typeof file === 'object' && 'symlink' in file ? 'symlink' : 'file';
  const entry = { path, kind: form, bytes: bytes.length } as const;
  if (kind === 'work-tree') return entry;
  const object = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  return { ...entry, object };
}

function bytesOf(file: MemoryFile): Uint8Array {
  if (file instanceof Uint8Array) return file;
  return new TextEncoder().encode(typeof file === 'string' ? file : 'symlink' in file ? file.symlink : '');
}

function isSubmodule(file: MemoryFile): file is { readonly submodule: true } {
  return typeof file === 'object' && 'submodule' in file;
}
