import { changedInWorkTree } from '../../adapters/git/changed-in-work-tree.ts';
import { readWorkTree } from '../../adapters/git/work-tree.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';

/** Where the proposal stands against what it goes to. */
export interface Comparison {
  /** Name of the default branch, as it was asked for or found. */
  readonly name: string;
  /** Its tip; null where there is no commit yet. */
  readonly base: string | null;
  readonly head: string | null;
  /** The default branch is origin's. */
  readonly isAtOrigin: boolean;
  /** Nothing but the work tree can decide: there is no commit yet, or the base is checked out. */
  readonly decidesItself: boolean;
  /** Paths of the work tree that differ from where the proposal began. */
  readonly changedPaths: readonly string[];
}

/** Compares the work tree with the merge base of HEAD and the default branch, which `--base` may name. */
export async function compareWithBase(
  repository: Repository,
  asked: string | undefined,
  workTree = readWorkTree(repository.directory),
): Promise<Result<Comparison>> {
  const [branch, head] = await Promise.all([repository.defaultBranch(asked), repository.resolve('HEAD')]);
  if (branch.commit === null && asked !== undefined)
    return failure([finding('git/unknown-reference', { reference: asked })]);
  const base = branch.commit;
  const fork = head === null || base === null ? base : await forkPoint(repository, base, head);
  const changedPaths = await changedInWorkTree(repository.directory, fork, workTree);
  if (changedPaths === null)
    return failure([finding('command/git-failed', { what: 'Comparing the files', why: `${fork ?? 'HEAD'} cannot be read` })]); // prettier-ignore
  const decidesItself = base === null || base === head;
  return success({ name: branch.name, base, head, isAtOrigin: branch.remote, decidesItself, changedPaths });
}

/** Histories without a common commit are compared with the base itself: then everything counts as changed. */
async function forkPoint(repository: Repository, base: string, head: string): Promise<string> {
  if (base === head) return base;
  return (await repository.mergeBase(base, head)) ?? base;
}
