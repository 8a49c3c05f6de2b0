import { closeSync, fstatSync, lstatSync, openSync, readlinkSync, readSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Tree, TreeEntry } from '../../core/ports.ts';
import { gitFields } from './run-git.ts';

// Files are looked at one by one and without waiting: a promise for each look costs twenty times the look.

/** The files a person sees in the folder: tracked and untracked, without ignored ones. */
export function treeOfWork(directory: string): Tree {
  return treeOf(directory, async (folder) => {
    const path = folder === '' ? [] : [folder];
    const fields = await gitFields(
      ['--literal-pathspecs', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...path],
      { directory },
    );
    return fields ?? [];
  });
}

/** The same with one look for all folders, and the names of what git does not track. */
export function readWorkTree(directory: string): {
  readonly tree: Tree;
  readonly untracked: Promise<readonly string[]>;
} {
  const listed = gitFields(['ls-files', '-z', '-t', '--cached', '--others', '--exclude-standard'], { directory });
  // Each name comes behind a letter that says how git knows it.
  const named = listed.then((fields) => (fields ?? []).map((field) => ({ tag: field[0], name: field.slice(2) })));
  const tree = treeOf(directory, async (folder) => {
    const names = (await named).map(({ name }) => name);
    return folder === '' ? names : names.filter((name) => name === folder || name.startsWith(`${folder}/`));
  });
  return { tree, untracked: named.then((all) => all.filter(({ tag }) => tag === '?').map(({ name }) => name)) };
}

function treeOf(directory: string, namesBelow: (folder: string) => Promise<readonly string[]>): Tree {
  return {
    kind: 'work-tree',
    list: async (folder) => {
      const names = [...new Set(await namesBelow(folder.replace(/\/$/, '')))].toSorted();
      return names.map((name) => describe(directory, name)).filter((entry) => entry !== null);
    },
    read: async (path, maximum) => readFileAt(directory, path, maximum),
    folderId: async () => null,
  };
}

function describe(directory: string, name: string): TreeEntry | null {
  const path = name.replace(/\/$/, '');
  const facts = look(join(directory, path));
  // A name that is not UTF-8 cannot be looked at by this name; it must not be overlooked for that.
  if (facts === null) return path.includes('\uFFFD') ? { path, kind: 'file', bytes: 0 } : null;
  const kind = facts.isSymbolicLink() ? 'symlink' : facts.isDirectory() ? 'submodule' : 'file';
  return { path, kind, bytes: facts.size };
}

/** Refuses every path of which a part is a link, so that nothing outside the repository can be read. */
function readFileAt(directory: string, path: string, maximum: number): Uint8Array | null {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth += 1) {
    if (look(join(directory, ...parts.slice(0, depth)))?.isDirectory() !== true) return null;
  }
  const target = join(directory, path);
  const facts = look(target);
  if (facts === null) return null;
  // Like git itself: the content of a link is the text of its target.
  if (facts.isSymbolicLink()) return Buffer.from(readlinkSync(target));
  return facts.isFile() ? readStart(target, maximum + 1) : null;
}

/** What there is at a path, or null where it cannot be told. */
function look(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** Null where the file cannot be opened or read. */
function readStart(target: string, length: number): Uint8Array | null {
  let file: number | undefined;
  try {
    file = openSync(target, 'r');
    const buffer = Buffer.alloc(Math.min(fstatSync(file).size, length));
    let filled = 0;
    while (filled < buffer.length) {
      const read = readSync(file, buffer, filled, buffer.length - filled, filled);
      if (read === 0) break;
      filled += read;
    }
    return buffer.subarray(0, filled);
  } catch {
    return null;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
