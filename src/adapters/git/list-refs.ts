import { gitFields, gitText } from './run-git.ts';

/** Commits of all refs below some prefixes, by full name; one process. Null where git fails. */
export async function listRefs(
  directory: string,
  prefixes: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  const text = await gitText(['for-each-ref', '--format=%(objectname) %(refname)', ...prefixes], { directory });
  if (text === null) return null;
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
}

/** Names directly in a folder of a commit. */
export async function listNames(directory: string, commit: string, folder: string): Promise<readonly string[]> {
  return (await gitFields(['ls-tree', '-z', '--name-only', `${commit}:${folder}`], { directory })) ?? [];
}
