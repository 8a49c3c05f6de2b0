import type { Repository } from '../../core/ports.ts';
import { gitFields } from '../git/run-git.ts';
import { authorsOf } from './find-authors.ts';

/** Above this many folders, the whole of `executions/` is one question that is answered sooner. */
const mostFolders = 50;

/** Everyone who wrote a file of some folders, up to a commit; one process, whatever the number of folders. */
export async function authorsOfFolders(
  repository: Repository,
  tip: string,
  folders: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const where = folders.length > mostFolders ? ['executions'] : folders.map((folder) => `:(literal)${folder}`);
  const fields = await gitFields(
    ['log', '-z', '--full-history', '--no-merges', '--no-renames', '--format=%x01%H', '--name-only', tip, '--', ...where],
    { directory: repository.directory },
  ); // prettier-ignore
  if (fields === null) throw new Error(`history of ${tip} could not be read`);
  const commits = commitsByFolder(fields, folders);
  const named = [...commits].map(async ([folder, ids]): Promise<[string, readonly string[]]> => {
    const found = await Promise.all([...ids].map((id) => repository.commit(id)));
    return [folder, [...new Set(found.flatMap((commit) => (commit === null ? [] : authorsOf(commit))))]];
  });
  return new Map(await Promise.all(named));
}

/** git prints each commit, marked, then the paths that it touched. */
function commitsByFolder(fields: readonly string[], folders: readonly string[]): ReadonlyMap<string, Set<string>> {
  const commits = new Map(folders.map((folder) => [folder, new Set<string>()]));
  const known = new Set(folders);
  let commit = '';
  for (const field of fields.map((one) => one.replace(/^\n/, ''))) {
    if (field.startsWith('\u0001')) commit = field.slice(1).trim();
    else for (const folder of foldersAbove(field)) if (known.has(folder)) commits.get(folder)?.add(commit);
  }
  return commits;
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
