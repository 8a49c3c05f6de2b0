import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { whyOf, type EverydayGit } from './everyday-git.ts';

/** Merges two commits without touching any work tree. Gives the id of the merged tree. */
export async function mergeTrees(
  git: EverydayGit,
  base: string,
  branch: string,
  name: string,
): Promise<Result<string>> {
  const said = await git(['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', base, branch]);
  const [tree = '', ...paths] = said.stdout.split('\0').filter(Boolean);
  if (said.code === 0) return success(tree);
  if (said.code === 1 && paths.length > 0)
    return failure([finding('approval/merge-conflict', { branch: name, paths })]);
  const version = /(\d+)\.(\d+)\S*/.exec((await git(['version'])).stdout);
  if (version !== null && Number(version[1]) * 1000 + Number(version[2]) < 2038)
    return failure([finding('command/old-git', { version: version[0], needed: '2.38' })]);
  return failure([finding('command/git-failed', { what: `Merging "${name}"`, why: whyOf(said) })]);
}
