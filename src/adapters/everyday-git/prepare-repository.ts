import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { everydayGit, whyOf } from './everyday-git.ts';
import { pushBranch } from './push-branch.ts';

/** Makes a folder a git repository with the default branch `main`, unless it is one. True where it was made. */
export async function prepareRepository(folder: string): Promise<Result<boolean>> {
  const git = everydayGit(folder);
  const inside = await git(['rev-parse', '--is-inside-work-tree', '--show-prefix', '--show-toplevel']);
  const [isInside, prefix, top = ''] = inside.stdout.split('\n');
  if (isInside === 'true' && prefix !== '') return failure([finding('command/inside-repository', { folder, top })]);
  if (isInside === 'true') return success(false);
  const made = await git(['init', '--quiet', '--initial-branch=main']);
  if (made.code === 0) return success(true);
  if (made.code === -1) return failure([finding('git/missing', {})]);
  return failure([finding('command/git-failed', { what: `git init in ${folder}`, why: whyOf(made) })]);
}

/**
 * Commits files as the first commit of a repository that has none, on `main`; nothing else is included. Null where
 * there are commits already: then people commit themselves.
 */
export async function commitFirst(
  folder: string,
  paths: readonly string[],
  message: string,
): Promise<Result<string | null>> {
  const git = everydayGit(folder);
  if ((await git(['rev-parse', '--verify', '--quiet', 'HEAD'])).code === 0) return success(null);
  // Older versions of git begin on `master`; nothing is lost by renaming a branch that has no commit.
  await git(['symbolic-ref', 'HEAD', 'refs/heads/main']);
  const known = (await git(['ls-files', '-z', '--others', '--cached', '--', ...paths])).stdout
    .split('\0')
    .filter(Boolean);
  const added = await git(['add', '--force', '--', ...known]);
  if (added.code !== 0) return failure([finding('command/git-failed', { what: 'git add', why: whyOf(added) })]);
  const made = await git([
    '-c',
    'user.useConfigOnly=true',
    'commit',
    '--quiet',
    '--no-verify',
    '-m',
    message,
    '--',
    ...known,
  ]);
  if (made.code !== 0) return failure([finding('command/git-failed', { what: 'git commit', why: whyOf(made) })]);
  return success((await git(['rev-parse', 'HEAD'])).stdout.trim());
}

/** Pushes the first commit to an origin that has no such branch yet; false where it has, or does not answer. */
export async function pushFirst(folder: string, branch: string, commit: string): Promise<boolean> {
  const git = everydayGit(folder);
  return (await pushBranch(git, branch, null, commit)).is === 'ok';
}
