import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { everydayGit, whyOf } from './everyday-git.ts';

/** Makes a folder a git repository with the default branch `main`, unless it lies in one. True where it was made. */
export async function prepareRepository(folder: string): Promise<Result<boolean>> {
  const git = everydayGit(folder);
  const inside = await git(['rev-parse', '--is-inside-work-tree']);
  if (inside.stdout.trim() === 'true') return success(false);
  const made = await git(['init', '--quiet', '--initial-branch=main']);
  if (made.code === 0) return success(true);
  if (made.code === -1) return failure([finding('git/missing', {})]);
  return failure([finding('command/git-failed', { what: `git init in ${folder}`, why: whyOf(made) })]);
}

/**
 * Commits files as the first commit of a repository that has none; nothing else is included. Null where there are
 * commits already, or where git does not know the user: then people commit themselves.
 */
export async function commitFirst(folder: string, paths: readonly string[], message: string): Promise<Result<string | null>> {
  const git = everydayGit(folder);
  if ((await git(['rev-parse', '--verify', '--quiet', 'HEAD'])).code === 0) return success(null);
  const added = await git(['add', '--force', '--', ...paths]);
  if (added.code !== 0) return failure([finding('command/git-failed', { what: 'git add', why: whyOf(added) })]);
  const made = await git(['-c', 'user.useConfigOnly=true', 'commit', '--quiet', '--no-verify', '-m', message, '--', ...paths]);
  if (made.code !== 0) return failure([finding('command/git-failed', { what: 'git commit', why: whyOf(made) })]);
  return success((await git(['rev-parse', 'HEAD'])).stdout.trim());
}
