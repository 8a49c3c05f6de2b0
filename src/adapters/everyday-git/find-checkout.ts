import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { everydayGit, type EverydayGit } from './everyday-git.ts';

/** Folder of the work tree in which a branch is checked out, or null. */
export async function findCheckout(git: EverydayGit, branch: string): Promise<string | null> {
  const said = await git(['worktree', 'list', '--porcelain', '-z']);
  let folder: string | null = null;
  for (const field of said.stdout.split('\0')) {
    if (field.startsWith('worktree ')) folder = field.slice('worktree '.length);
    if (field === `branch refs/heads/${branch}`) return folder;
  }
  return null;
}

/**
 * Paths of a work tree that moving from one commit to another would overwrite: everything tracked that was changed,
 * and files that git does not track where the new commit has other content. Untracked files with the very content of
 * the new commit are fine: that is what a proposal leaves behind.
 */
export async function pathsInTheWay(folder: string, from: string, to: string): Promise<readonly string[]> {
  const git = everydayGit(folder);
  const status = await git(['status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames']);
  if (status.code !== 0) return ['(git status failed)'];
  const changed = status.stdout
    .split('\0')
    .filter(Boolean)
    .map((line) => line.slice(3));
  const added = await git(['diff-tree', '-r', '-z', '--no-renames', '--diff-filter=A', from, to]);
  const fields = added.stdout.split('\0').filter(Boolean);
  const other: string[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const object = fields[index]?.split(' ')[3] ?? '';
    const path = fields[index + 1] ?? '';
    if (!(await isFreeFor(git, folder, path, object))) other.push(path);
  }
  return [...changed, ...other];
}

async function isFreeFor(git: EverydayGit, folder: string, path: string, object: string): Promise<boolean> {
  const facts = await lstat(join(folder, path)).catch(() => null);
  if (facts === null) return isParentFree(folder, path);
  if (!facts.isFile()) return false;
  const said = await git(['hash-object', `--path=${path}`, '--', join(folder, path)]);
  return said.stdout.trim() === object;
}

/** A file where the new commit needs a folder is in the way too. */
async function isParentFree(folder: string, path: string): Promise<boolean> {
  const parts = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const facts = await lstat(join(folder, ...parts.slice(0, depth))).catch(() => null);
    if (facts === null) return true;
    if (!facts.isDirectory()) return false;
  }
  return true;
}
