import { systemClock } from '../../adapters/clock/system-clock.ts';
import type { Forge, PullRequest } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';

/** So long a forge may take to know what it merged, in milliseconds. */
const settling = 120_000;

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
  const time = (await repository.commit(commit))?.time ?? 0;
  // Right after a merge the forge may not know it yet; of what was pushed long ago it has told all.
  const fresh = systemClock.now().getTime() - time * 1000 < settling;
  const pulls = await forge.pullRequestsOf(commit, { fresh });
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
