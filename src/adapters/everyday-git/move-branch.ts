import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { everydayGit, whyOf, type EverydayGit } from './everyday-git.ts';
import { findCheckout, pathsInTheWay } from './find-checkout.ts';
import { pushBranch } from './push-branch.ts';

export interface BranchMove {
  readonly branch: string;
  /** Commit it was seen at; null: it must not exist yet. */
  readonly from: string | null;
  readonly to: string;
  /** On origin, else in this repository. */
  readonly remote: boolean;
}

/** Fails where the branch is checked out with changes that moving it would mix up. Changes nothing. */
async function checkMovable(git: EverydayGit, move: BranchMove): Promise<Result<null>> {
  if (move.remote) return success(null);
  const folder = await findCheckout(git, move.branch);
  if (folder === null || move.from === null) return success(null);
  const paths = await pathsInTheWay(folder, move.from, move.to);
  return paths.length === 0
    ? success(null)
    : failure([finding('approval/dirty-work-tree', { branch: move.branch, paths })]);
}

/** Moves a branch by compare-and-swap: on origin by a push with lease, else here, with the work tree that shows it. */
export async function moveBranch(git: EverydayGit, move: BranchMove): Promise<Result<null>> {
  const movable = await checkMovable(git, move);
  if (!movable.ok) return movable;
  if (!move.remote) return moveHere(git, move);
  const pushed = await pushBranch(git, move.branch, move.from, move.to);
  if (pushed.is === 'ok') return success(null);
  if (pushed.is === 'moved') return failure([finding('approval/base-moved', { branch: move.branch })]);
  return failure([finding('approval/not-pushed', { branch: move.branch, why: pushed.why })]);
}

async function moveHere(git: EverydayGit, move: BranchMove): Promise<Result<null>> {
  const folder = await findCheckout(git, move.branch);
  const zero = '0'.repeat(40);
  const moved = await git(['update-ref', '-m', 'mergecast', `refs/heads/${move.branch}`, move.to, move.from ?? zero]);
  if (moved.code !== 0) return failure([finding('approval/base-moved', { branch: move.branch })]);
  if (folder === null) return success(null);
  const shown = await everydayGit(folder)(['reset', '--hard', '--quiet', move.to]);
  if (shown.code === 0) return success(null);
  return failure([finding('command/git-failed', { what: `Refreshing ${folder}`, why: whyOf(shown) })]);
}
