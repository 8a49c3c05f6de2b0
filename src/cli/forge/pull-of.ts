import type { Forge, PullRequest } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';

/**
 * The merged pull request that a commit of the default branch came by; null where it was pushed past every one. The merge
 * left this very commit, or (a rebase leaves several) it is one of those just before it: a pull request that merely holds
 * the commit too lends it no approval.
 */
export async function pullOf(
  { forge, repository }: { readonly forge: Forge; readonly repository: Repository },
  commit: string,
  branch: string,
): Promise<Result<PullRequest | null>> {
  const pulls = await forge.pullRequestsOf(commit, { fresh: true });
  if (!pulls.ok) return pulls;
  const merged = pulls.value.filter(({ state, base }) => state === 'merged' && base.branch === branch);
  for (const pull of merged) if (await leftBy(repository, pull, commit)) return success(pull);
  return success(null);
}

async function leftBy(repository: Repository, pull: PullRequest, commit: string): Promise<boolean> {
  if (pull.mergeCommit === null || pull.mergeCommit === commit) return pull.mergeCommit === commit;
  const most = pull.commits ?? 1;
  let seen = 0;
  for await (const one of repository.firstParents(pull.mergeCommit)) {
    if (one.id === commit) return true;
    seen += 1;
    // A merge commit is no rebase: what lies before it came by something else.
    if (seen >= most || one.parents.length > 1) return false;
  }
  return false;
}
