import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { whyOf, type EverydayGit } from './everyday-git.ts';

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly sign: boolean;
  /** Whoever is not the user of this machine, such as an executor. */
  readonly author?: { readonly name: string; readonly email: string };
}

/** Writes a commit that no branch points to yet. */
export async function writeCommit(git: EverydayGit, commit: NewCommit): Promise<Result<string>> {
  const parents = commit.parents.flatMap((parent) => ['-p', parent]);
  const signing = commit.sign ? ['-S'] : ['--no-gpg-sign'];
  const { author } = commit;
  const as = author === undefined ? [] : ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`];
  const said = await git([...as, 'commit-tree', ...signing, ...parents, '-F', '-', commit.tree], {
    input: commit.message,
  });
  if (said.code === 0) return success(said.stdout.trim());
  if (commit.sign) return failure([finding('approval/cannot-sign', { why: whyOf(said) })]);
  return failure([finding('command/git-failed', { what: 'Writing the commit', why: whyOf(said) })]);
}
