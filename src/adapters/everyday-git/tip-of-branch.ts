import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { whyOf, type EverydayGit } from './everyday-git.ts';

/** Commit of a branch as the store has it: origin is asked, else this repository. Null where there is none. */
export async function tipOfBranch(git: EverydayGit, branch: string, remote: boolean): Promise<Result<string | null>> {
  const ref = `refs/heads/${branch}`;
  const said = remote
    ? await git(['ls-remote', '--exit-code', 'origin', ref])
    : await git(['rev-parse', '--verify', '--quiet', ref]);
  if (said.code === 0) return success(said.stdout.trim().split(/\s/)[0] ?? null);
  if (!remote || said.code === 2) return success(null);
  return failure([finding('git/unreachable', { what: whyOf(said) })]);
}
