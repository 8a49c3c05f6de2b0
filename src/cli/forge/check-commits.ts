import { fetchRefs, type GitCredential } from '../../adapters/git/fetch-refs.ts';
import { checkExecutions, type CheckReport } from '../../check/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readCommitCheck } from '../check/read-commit-check.ts';

/** What a merge queue asks about: a commit that it made of several pull requests, and what it builds on. */
export interface GroupCheckOptions {
  readonly repository: Repository;
  readonly head: string;
  readonly base: string;
  readonly defaultBranch: string;
  readonly credential: GitCredential | null;
  readonly now: Date;
}

/**
 * Checks the commit of a merge queue. Approvals are those of the pull requests in it and are not shown: nothing is
 * executed by this, and whoever executes asks for them again.
 */
export async function checkCommits(options: GroupCheckOptions): Promise<Result<CheckReport>> {
  const { repository, head, base, defaultBranch, credential, now } = options;
  const branch = `+refs/heads/${defaultBranch}:refs/remotes/origin/${defaultBranch}`;
  const why = await fetchRefs(repository.directory, [branch, '+refs/heads/mergecast/*:refs/mergecast/mirror/*', head], credential); // prettier-ignore
  if (why !== null) return failure([finding('pull-request/not-fetched', { what: `commit ${head}`, why })]);
  const tip = await repository.resolve(`refs/remotes/origin/${defaultBranch}`);
  const fork = (await repository.commit(base)) === null ? null : base;
  const control = tip ?? base;
  const input = await readCommitCheck(repository, {
    head,
    base: control,
    baseName: defaultBranch,
    fork: fork ?? (await repository.mergeBase(control, head)),
    now,
    approvalsOf: async () => ({ counted: [], ignored: [], missing: [] }),
  });
  return success(await checkExecutions(input));
}
