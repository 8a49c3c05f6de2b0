import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { everydayGit, whyOf, type EverydayGit } from './everyday-git.ts';
import { findCheckout } from './find-checkout.ts';

export interface PointedBranch {
  readonly branch: string;
  /** Commit it was seen at; null: it must not exist yet. */
  readonly from: string | null;
  readonly to: string;
  /** Paths that the new commit takes from the work tree. */
  readonly paths: readonly string[];
}

/**
 * Points a branch of this repository to a commit that was made from the work tree. Where the branch is checked out, no
 * file changes: only these paths are no longer shown as changed.
 */
export async function pointBranch(git: EverydayGit, { branch, from, to, paths }: PointedBranch): Promise<Result<null>> {
  const expected = from ?? '0'.repeat(40);
  const moved = await git(['update-ref', '-m', 'mergecast propose', `refs/heads/${branch}`, to, expected]);
  if (moved.code !== 0)
    return failure([finding('command/git-failed', { what: `Making the branch "${branch}"`, why: whyOf(moved) })]);
  const folder = await findCheckout(git, branch);
  if (folder !== null) await everydayGit(folder)(['reset', '--quiet', '--', ...paths]);
  return success(null);
}
