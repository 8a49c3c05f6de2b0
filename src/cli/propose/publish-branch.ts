import { pointBranch, pushBranch, type EverydayGit } from '../../adapters/everyday-git/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Parent } from './proposal-parent.ts';
import type { Base, Proposal } from './types.ts';

/** Shows a commit to others: pushes it where there is an origin, then points the branch here to it. */
export async function publishBranch(
  repository: Repository,
  git: EverydayGit,
  base: Base,
  { proposal, parent, commit }: { readonly proposal: Proposal; readonly parent: Parent; readonly commit: string },
): Promise<Result<boolean>> {
  const { branch, paths } = proposal;
  if (base.hasOrigin && parent.remote !== commit) {
    const pushed = await pushBranch(git, branch, parent.remote, commit);
    if (pushed.is === 'moved') return failure([finding('command/branch-exists', { branch })]);
    if (pushed.is === 'failed') return failure([finding('command/cannot-push', { branch, why: pushed.why })]);
  }
  const { local } = parent;
  // A local branch that went its own way and was merged meanwhile may be left behind.
  const follows = local === null || (await repository.mergeBase(local, commit)) === local;
  const pointed = follows && local !== commit ? await pointBranch(git, { branch, from: local, to: commit, paths }) : success(null); // prettier-ignore
  return pointed.ok ? success(base.hasOrigin) : pointed;
}
