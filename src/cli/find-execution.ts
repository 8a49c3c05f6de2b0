import { join, relative, resolve, sep } from 'node:path';
import { realPath } from '../adapters/files/read-files.ts';
import { exists } from '../adapters/files/write-new-files.ts';
import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';

/** Where a path of the command line is looked for. */
export interface Surroundings {
  /** Top of the repository. */
  readonly directory: string;
  readonly cwd: string;
}

/** Folder of the execution that somebody names, by its folder or a file in it; relative to the repository, with `/`. */
export async function findExecution(path: string, around: Surroundings): Promise<Result<string>> {
  const inside = await findInside(path, around);
  if (inside === null) return failure([finding('command/not-found', { path, what: 'file or folder' })]);
  const parts = inside.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const folder = parts.slice(0, length).join('/');
    if (await exists(join(around.directory, folder, 'execution.yaml'))) return success(folder);
  }
  return failure([finding('command/no-execution', { path })]);
}

/**
 * A path as it lies in the repository, or null where there is nothing. People write it from where they stand; scripts
 * that use --repo write it from the top of the repository.
 */
export async function findInside(path: string, { directory, cwd }: Surroundings): Promise<string | null> {
  for (const candidate of [resolve(cwd, path), resolve(directory, path)]) {
    const inside = relative(await realPath(directory), await realPath(candidate))
      .split(sep)
      .join('/');
    if (inside !== '' && !inside.startsWith('../') && inside !== '..' && (await exists(candidate))) return inside;
  }
  return null;
}
