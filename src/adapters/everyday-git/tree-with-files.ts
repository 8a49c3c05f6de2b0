import { join } from 'node:path';
import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { makeScratchFolder, removeFolder } from '../files/scratch-folder.ts';
import { writeNewFiles, type NewFile } from '../files/write-new-files.ts';
import { whyOf, type EverydayGit, type Said } from './everyday-git.ts';

/**
 * Writes the tree of a commit with some more files. Neither the work tree nor what somebody has staged is touched, and
 * bytes stay as they are.
 */
export async function treeWithFiles(
  git: EverydayGit,
  commit: string,
  files: readonly NewFile[],
): Promise<Result<string>> {
  const scratch = await makeScratchFolder('mergecast-files');
  const options = { index: join(scratch, 'index') };
  const failed = (what: string, said: Said): Result<string> =>
    failure([finding('command/git-failed', { what, why: whyOf(said) })]);
  try {
    const read = await git(['read-tree', commit], options);
    if (read.code !== 0) return failed('git read-tree', read);
    await writeNewFiles(join(scratch, 'files'), files);
    for (const { path } of files) {
      const blob = await git(['hash-object', '-w', '--no-filters', '--', join(scratch, 'files', path)]);
      if (blob.code !== 0) return failed('git hash-object', blob);
      const added = await git(
        ['update-index', '--add', '--cacheinfo', `100644,${blob.stdout.trim()},${path}`],
        options,
      );
      if (added.code !== 0) return failed('git update-index', added);
    }
    const written = await git(['write-tree'], options);
    return written.code === 0 ? success(written.stdout.trim()) : failed('git write-tree', written);
  } finally {
    await removeFolder(scratch);
  }
}
