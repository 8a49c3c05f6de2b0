import type { EverydayGit } from './everyday-git.ts';

/** Paths below a folder that differ between a commit and the work tree, files that git does not know yet included. */
export async function pathsSince(git: EverydayGit, commit: string, folder: string): Promise<readonly string[]> {
  const known = await git(['diff', '--name-only', '--no-renames', '-z', commit, '--', folder]);
  const unknown = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', folder]);
  return `${known.stdout}${unknown.stdout}`.split('\0').filter(Boolean);
}
