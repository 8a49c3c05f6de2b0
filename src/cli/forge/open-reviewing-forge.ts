import { openForge } from '../../adapters/forge/index.ts';
import type { GitCredential } from '../../adapters/git/fetch-refs.ts';
import { finding } from '../../core/finding.ts';
import type { Forge, ForgeAddress } from '../../core/forge.ts';
import type { World } from '../../core/identity.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { findForge, forgeOfWorkflow } from './find-forge.ts';
import { takeToken } from './take-token.ts';

/** A forge that is asked, and what git needs to read from it. */
export interface OpenedForge {
  readonly forge: Forge;
  readonly credential: GitCredential | null;
}

/** What decides whether a forge has the approvals, and which. */
export interface ReviewingOptions {
  /** `--forge`, or `workflow` in an action: the forge whose runner started it. */
  readonly asked?: string | undefined;
  /** `forge` of the base's policy. */
  readonly policy?: string | undefined;
  readonly world: World;
  /** The token is taken out of it. */
  readonly environment: Record<string, string | undefined>;
}

/**
 * The forge whose reviews are the approvals; null where plain git has them. A trial without a token stays with plain git,
 * so that one person can try everything out alone.
 */
export function openReviewingForge({
  asked,
  policy,
  world,
  environment,
}: ReviewingOptions): Result<OpenedForge | null> {
  if (asked === undefined && policy === undefined) return success(null);
  const address = addressOf({ asked, policy, environment });
  if (!address.ok) return address;
  const { owner, name } = address.value;
  if (world === 'live' && isExposed(address.value, environment))
    return failure([finding('execution/secrets-exposed', { repository: `${owner}/${name}` })]);
  const token = takeToken(address.value, environment);
  const isTrial = world !== 'live' && asked === undefined;
  return success(token === null && isTrial ? null : opened(address.value, token));
}

/** A workflow's own forge is taken only where it was asked for: other jobs run commands as well. */
function addressOf({ asked, policy, environment }: Omit<ReviewingOptions, 'world'>): Result<ForgeAddress> {
  if (asked === 'workflow') return findForge({ environment });
  return findForge({ asked, policy, environment: {} });
}

function opened(address: ForgeAddress, token: string | null): OpenedForge {
  const forge = openForge(address, token);
  return { forge, credential: token === null ? null : { origin: new URL(forge.repository.url).origin, token } };
}

/** On Gitea and Forgejo every workflow of a pull request reads the secrets of its repository. */
function isExposed({ kind, owner, name }: ForgeAddress, environment: ReviewingOptions['environment']): boolean {
  const own = forgeOfWorkflow(environment);
  return kind === 'gitea' && environment['GITEA_ACTIONS'] === 'true' && own?.owner === owner && own.name === name;
}
