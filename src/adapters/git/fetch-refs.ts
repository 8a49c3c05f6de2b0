import { tokenEnvironment } from './git-access.ts';
import { runGit } from './run-git.ts';

/** A fetch is given up after this. */
const fetchTimeout = 120_000;

/** What git needs to read a private repository: sent to this origin only, and never on a command line. */
export interface GitCredential {
  /** Such as `https://github.com`. */
  readonly origin: string;
  readonly token: string;
}

/**
 * Brings refs or commits of origin here; `+a:b` overwrites, a bare commit id brings its objects. A clone without its
 * whole history is completed. Null where it worked, else git's reason.
 */
export async function fetchRefs(
  directory: string,
  specs: readonly string[],
  credential: GitCredential | null = null,
): Promise<string | null> {
  const shallow = await runGit(['rev-parse', '--is-shallow-repository'], { directory });
  const isShallow = Buffer.from(shallow.stdout).toString('utf8').trim() === 'true';
  const answer = await runGit(
    ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', ...(isShallow ? ['--unshallow'] : []),
      'origin', ...specs],
    { directory, timeout: fetchTimeout, ...(credential !== null && { environment: tokenEnvironment(credential) }) },
  ); // prettier-ignore
  if (answer.code === 0) return null;
  const why = answer.stderr.trim().split('\n').find((line) => /^(fatal|error)/.test(line)) ?? answer.stderr.trim(); // prettier-ignore
  return answer.code === null ? 'it took too long' : why.replace(/^(fatal|error): /, '') || 'git fetch failed';
}
