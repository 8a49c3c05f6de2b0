import { runGit } from './run-git.ts';

/**
 * Folders of executions whose manifest holds one of some words, in the work tree (untracked files included) or in a
 * commit: one process, however many executions there are.
 */
export async function foldersNaming(
  directory: string,
  words: readonly string[],
  commit?: string,
): Promise<readonly string[]> {
  const patterns = words.flatMap((word) => ['-e', word]);
  const where = commit === undefined ? ['--untracked'] : [commit];
  const answer = await runGit(
    ['grep', '-l', '-z', '-F', '--no-recurse-submodules', ...patterns, ...where, '--', ':(glob)executions/**/execution.yaml'],
    { directory },
  ); // prettier-ignore
  // 1 is git's word for "nothing found".
  if (answer.code !== 0 && answer.code !== 1) throw new Error(`the manifests could not be searched: ${answer.stderr}`);
  const prefix = commit === undefined ? '' : `${commit}:`;
  return Buffer.from(answer.stdout)
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map((path) => path.slice(prefix.length, -'/execution.yaml'.length));
}
