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
 * Paths of a work tree that moving from one commit to another would overwrite: what was changed, and files that git does
 * not track, unless they hold the very content of the new commit: that is what a proposal leaves behind.
 */
export async function pathsInTheWay(folder: string, from: string, to: string): Promise<readonly string[]> {
  const git = everydayGit(folder);
  const status = await git(['status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames']);
  if (status.code !== 0) return ['(git status failed)'];
  const other: string[] = [];
  for (const line of status.stdout.split('\0').filter(Boolean))
    if (!(await isChangedTo(git, folder, line, to))) other.push(line.slice(3));
  const added = await git(['diff-tree', '-r', '-z', '--no-renames', '--diff-filter=A', from, to]);
  const fields = added.stdout.split('\0').filter(Boolean);
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const object = fields[index]?.split(' ')[3] ?? '';
    const path = fields[index + 1] ?? '';
    if (!(await isFreeFor(git, folder, path, object))) other.push(path);
  }
  return [...new Set(other)];
}

/** Whether a changed file is changed to exactly what the new commit has. What is staged differently would be lost. */
async function isChangedTo(git: EverydayGit, folder: string, line: string, to: string): Promise<boolean> {
  if (!/^( M|M |A | D|D ) /.test(line)) return false;
  const path = line.slice(3);
  const wanted = (await git(['rev-parse', '--verify', '--quiet', `${to}:${path}`])).stdout.trim();
  const facts = await lstat(join(folder, path)).catch(() => null);
  if (facts === null) return wanted === '';
  return wanted !== '' && facts.isFile() && (await objectOf(git, folder, path)) === wanted;
}

async function objectOf(git: EverydayGit, folder: string, path: string): Promise<string> {
  return (await git(['hash-object', `--path=${path}`, '--', join(folder, path)])).stdout.trim();
}

async function isFreeFor(git: EverydayGit, folder: string, path: string, object: string): Promise<boolean> {
  const facts = await lstat(join(folder, path)).catch(() => null);
  if (facts === null) return isParentFree(folder, path);
  if (!facts.isFile()) return false;
  return (await objectOf(git, folder, path)) === object;
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
