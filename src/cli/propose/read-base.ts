import { whyOf, type EverydayGit } from '../../adapters/everyday-git/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Base } from './types.ts';

/** Fetches, then finds the tip of the default branch: what a proposal is built on. */
export async function readBase(
  repository: Repository,
  git: EverydayGit,
  asked: string | undefined,
): Promise<Result<Base>> {
  const hasOrigin = await repository.hasOrigin();
  if (hasOrigin) {
    const fetched = await git(['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 'origin']);
    if (fetched.code !== 0) return failure([finding('git/unreachable', { what: whyOf(fetched) })]);
  }
  const { name, commit } = await repository.defaultBranch(asked);
  if (commit === null) return failure([finding('git/unknown-reference', { reference: name })]);
  return success({ name, commit, hasOrigin });
}
