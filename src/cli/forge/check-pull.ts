import { openForge } from '../../adapters/forge/index.ts';
import { originAddress } from '../../adapters/git/origin-address.ts';
import type { ForgeAddress } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';
import { loadPolicy } from '../../load/index.ts';
import type { Io } from '../io.ts';
import { checkPullRequest, type PullCheck, type PullCheckOptions } from './check-pull-request.ts';
import { findForge } from './find-forge.ts';
import { forgeOfOrigin } from './forge-of-origin.ts';
import { takeToken } from './take-token.ts';

/** A pull request that somebody looks at from their own machine. */
export interface LookedAt extends Pick<PullCheckOptions, 'number' | 'now' | 'onJudged'> {
  /** `--forge`. */
  readonly forge?: string | undefined;
}

/**
 * Checks a pull request from where somebody sits: fetched, held against the default branch, and shown to nobody else. The
 * forge is named by `--forge`, else by the default branch's policy, else by the address of origin.
 */
export async function checkPull(repository: Repository, asked: LookedAt, { env }: Io): Promise<Result<PullCheck>> {
  const { name, commit } = await repository.defaultBranch();
  const policy = commit === null ? null : await loadPolicy(repository.at(commit));
  const named = policy?.ok === true ? policy.value.policy.forge : undefined;
  const address = await addressOf(repository, asked.forge, named, env);
  if (!address.ok) return address;
  const token = takeToken(address.value, env);
  const forge = openForge(address.value, token);
  const credential = token === null ? null : { origin: new URL(forge.repository.url).origin, token };
  return checkPullRequest({ ...asked, forge, repository, defaultBranch: name, credential });
}

async function addressOf(
  repository: Repository,
  asked: string | undefined,
  policy: string | undefined,
  environment: Io['env'],
): Promise<Result<ForgeAddress>> {
  const found = findForge({
    asked,
    policy,
    environment: asked === undefined && policy === undefined ? environment : {},
  });
  if (found.ok || asked !== undefined || policy !== undefined) return found;
  const origin = forgeOfOrigin(await originAddress(repository.directory));
  return origin.is === 'known' ? success(origin.address) : found;
}
