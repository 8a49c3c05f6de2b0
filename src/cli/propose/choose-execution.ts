import { everydayGit, pathsSince } from '../../adapters/everyday-git/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { combine, failure, success, type Result } from '../../core/result.ts';
import { findExecution } from '../find-execution.ts';

/** Folders of the executions that somebody names, or of those that were changed since the default branch. */
export async function chooseExecutions(
  repository: Repository,
  base: string,
  asked: { readonly paths: readonly string[]; readonly cwd: string },
): Promise<Result<readonly string[]>> {
  const around = { directory: repository.directory, cwd: asked.cwd };
  const named = combine(await Promise.all(asked.paths.map((path) => findExecution(path, around))));
  if (!named.ok) return named;
  if (named.value.length > 0) return success([...new Set(named.value)]);
  const changed = await changedFolders(repository, base);
  return changed.length > 0
    ? success(changed)
    : failure([finding('command/nothing-to-propose', { where: repository.directory })]);
}

/** Changed since this checkout left the default branch: what others have merged meanwhile is not ours. */
async function changedFolders(repository: Repository, base: string): Promise<readonly string[]> {
  const head = await repository.resolve('HEAD');
  const since = (head === null ? null : await repository.mergeBase(base, head)) ?? base;
  const paths = await pathsSince(everydayGit(repository.directory), since, 'executions');
  const manifests = (await repository.workTree().list('executions')).filter(({ path }) =>
    path.endsWith('/execution.yaml'),
  );
  return manifests
    .map(({ path }) => path.slice(0, -'/execution.yaml'.length))
    .filter((folder) => paths.some((path) => path.startsWith(`${folder}/`)));
}
