import { whyOf, type EverydayGit } from '../../adapters/everyday-git/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';

/** The proposal and the branch it goes to, as origin has them; without origin, as this repository has them. */
export interface Branches {
  readonly base: {
    readonly name: string;
    readonly commit: string;
    /** On origin. */ readonly remote: boolean;
    /** Tip on the store, null: not there yet. */ readonly stored: string | null;
  };
  readonly branch: { readonly name: string; readonly tip: string };
  readonly logHead: string | null;
}

/** Fetches, then resolves both branches. */
export async function readBranches(
  repository: Repository,
  git: EverydayGit,
  asked: { readonly branch: string; readonly base?: string | undefined },
): Promise<Result<Branches>> {
  const remote = await repository.hasOrigin();
  if (remote) {
    const fetched = await git(['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 'origin']);
    if (fetched.code !== 0) return failure([finding('git/unreachable', { what: whyOf(fetched) })]);
  }
  const baseName = (await repository.defaultBranch(asked.base)).name;
  const branchName = shortName(asked.branch);
  if (branchName === baseName) return failure([finding('approval/is-default-branch', { branch: baseName })]);
  const stored = await repository.resolve(remote ? `refs/remotes/origin/${baseName}` : `refs/heads/${baseName}`);
  const base = stored ?? (await repository.resolve(`refs/heads/${baseName}`));
  if (base === null) return failure([finding('git/unknown-reference', { reference: baseName })]);
  const tip = await tipOf(repository, branchName, remote);
  if (tip === null) return failure([finding('git/unknown-reference', { reference: asked.branch })]);
  const logHead =
    (remote ? await repository.resolve('refs/remotes/origin/mergecast/log') : null) ??
    (await repository.resolve('refs/heads/mergecast/log'));
  return success({
    base: { name: baseName, commit: base, remote, stored },
    branch: { name: branchName, tip },
    logHead,
  });
}

async function tipOf(repository: Repository, name: string, remote: boolean): Promise<string | null> {
  const shared = remote ? await repository.resolve(`refs/remotes/origin/${name}`) : null;
  return shared ?? repository.resolve(`refs/heads/${name}`);
}

function shortName(name: string): string {
  return name.replace(/^refs\/(heads|remotes\/origin)\//, '').replace(/^origin\//, '');
}
