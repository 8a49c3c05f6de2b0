import { join } from 'node:path';
import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { makeScratchFolder, removeFolder } from '../files/scratch-folder.ts';
import { whyOf, type EverydayGit, type Said } from './everyday-git.ts';

/**
 * Writes the tree of a commit with some of its paths as they are in the work tree: changed, new or gone. Works in an
 * index of its own, so that whatever somebody has staged stays staged.
 */
export async function treeWithPaths(
  git: EverydayGit,
  commit: string,
  paths: readonly string[],
): Promise<Result<string>> {
  const scratch = await makeScratchFolder('mergecast-index');
  const index = join(scratch, 'index');
  const failed = (what: string, said: Said): Result<string> =>
    failure([finding('command/git-failed', { what, why: whyOf(said) })]);
  try {
    const read = await git(['read-tree', commit], { index });
    if (read.code !== 0) return failed('git read-tree', read);
    const added = await git(['add', '--all', '--', ...paths], { index });
    if (added.code !== 0) return failed('git add', added);
    const written = await git(['write-tree'], { index });
    return written.code === 0 ? success(written.stdout.trim()) : failed('git write-tree', written);
  } finally {
    await removeFolder(scratch);
  }
}
