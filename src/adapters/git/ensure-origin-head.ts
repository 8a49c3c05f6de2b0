import { gitText, runGit } from './run-git.ts';

const head = 'refs/remotes/origin/HEAD';

/**
 * Lets a clone know which branch of origin is the default one, as `git clone` would have; the checkout of a workflow does
 * not. It is the branch that is checked out; where that is none, origin is asked.
 */
export async function ensureOriginHead(directory: string): Promise<void> {
  const options = { directory };
  const known = await gitText(['symbolic-ref', '--quiet', head], options);
  if (known !== null) return;
  const branch = (await gitText(['symbolic-ref', '--quiet', '--short', 'HEAD'], options))?.trim();
  const remote = branch === undefined ? null : await gitText(['rev-parse', '--verify', '--quiet', `refs/remotes/origin/${branch}`], options); // prettier-ignore
  if (remote === null) await runGit(['remote', 'set-head', 'origin', '--auto'], { directory, timeout: 60_000 });
  else await runGit(['symbolic-ref', head, `refs/remotes/origin/${branch}`], options);
}
