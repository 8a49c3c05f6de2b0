import { whyOf, type EverydayGit } from './everyday-git.ts';

export type PushResult =
  | { readonly is: 'ok' }
  | { readonly is: 'moved' }
  | { readonly is: 'failed'; readonly why: string };

/** Moves a branch of origin from what was seen (null: it must not exist) to a commit; never over somebody else's work. */
export async function pushBranch(
  git: EverydayGit,
  branch: string,
  expected: string | null,
  commit: string,
): Promise<PushResult> {
  const ref = `refs/heads/${branch}`;
  const said = await git([
    'push',
    '--quiet',
    '--no-verify',
    `--force-with-lease=${ref}:${expected ?? ''}`,
    'origin',
    `${commit}:${ref}`,
  ]);
  if (said.code === 0) return { is: 'ok' };
  // The texts of a lost race differ; the state does not.
  const now = await git(['ls-remote', '--exit-code', 'origin', ref]);
  const at = now.stdout.split(/\s/)[0] || null;
  if (at === commit) return { is: 'ok' };
  if ((now.code === 0 || now.code === 2) && at !== expected) return { is: 'moved' };
  const detail = said.stderr.split('\n').find((line) => /rejected|denied|remote: (error|GH)/i.test(line));
  return { is: 'failed', why: (detail ?? whyOf(said)).trim() };
}
