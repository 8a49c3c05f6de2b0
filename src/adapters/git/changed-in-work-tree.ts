import { gitFields } from './run-git.ts';

/**
 * Paths of the work tree that differ from a commit, files included that git does not track yet (ignored ones not);
 * without a commit, all of them. Null where git fails.
 */
export async function changedInWorkTree(directory: string, commit: string | null): Promise<readonly string[] | null> {
  const others = ['ls-files', '-z', '--others', '--exclude-standard', ...(commit === null ? ['--cached'] : [])];
  const [untracked, changed] = await Promise.all([
    gitFields(others, { directory }),
    commit === null ? [] : gitFields([...diff, commit, '--'], { directory }),
  ]);
  return untracked === null || changed === null ? null : [...new Set([...changed, ...untracked])].toSorted();
}

/** No program of the user is run, and a submodule is not looked into. */
const diff = [
  'diff',
  '--name-only',
  '-z',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty',
];
