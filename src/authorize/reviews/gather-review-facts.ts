import type { Account, Forge, Permission, PullRequest, Review } from '../../core/forge.ts';
import type { Result } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { personDirectory } from '../person-directory.ts';
import { accountName, isMachine } from './account-name.ts';
import { isListed, teamOf } from './is-listed.ts';
import type { ReviewFacts } from './types.ts';

/** How much is asked. */
export interface Thoroughness {
  /** Also the permission of people whom the policy lists: who lost all access since is found out. For execution. */
  readonly everyPermission?: boolean;
}

/**
 * Asks the forge who made a pull request and who approved it: commits, reviews and pushers at once, then what the weight
 * of the reviewers depends on. Costs three requests, one for each team of the policy, and one for each reviewer whom the
 * policy does not list.
 */
export async function gatherReviewFacts(
  forge: Forge,
  pull: PullRequest,
  policy: Policy,
  { everyPermission = false }: Thoroughness = {},
): Promise<ReviewFacts> {
  const asksPushers = forge.capabilities.pushers && !pull.isFork;
  const [commits, reviews, pushers, teams] = await Promise.all([
    forge.commits(pull.number),
    forge.reviews(pull.number),
    asksPushers ? forge.pushers(pull.head.branch) : null,
    readTeams(forge, policy),
  ]);
  const facts: ReviewFacts = { forge: forge.kind, pull, commits, reviews, pushers, teams, permissions: new Map() };
  const reviewers = reviews.ok ? decisive(reviews.value) : [];
  const directory = personDirectory(policy);
  const asked = reviewers.filter((account) => {
    const name = accountName(forge.kind, account);
    if (name === null || isMachine(forge.kind, account, policy)) return false;
    return everyPermission || !isListed(name, policy, directory, facts);
  });
  const permissions = await Promise.all(
    asked.map(async (account): Promise<[number, Result<Permission>]> => [
      account.id ?? 0,
      await forge.permission(account),
    ]),
  );
  return { ...facts, permissions: new Map(permissions) };
}

/** Everyone who approved or asked for changes, once. */
function decisive(reviews: readonly Review[]): readonly Account[] {
  const accounts = reviews
    .filter(({ state }) => state === 'approved' || state === 'changes-requested')
    .flatMap(({ account }) => account ?? []);
  return [...new Map(accounts.map((account) => [account.id, account])).values()];
}

async function readTeams(forge: Forge, policy: Policy): Promise<ReviewFacts['teams']> {
  const names = new Set(
    Object.values(policy.groups ?? {})
      .flat()
      .flatMap((member) => teamOf(member) ?? []),
  );
  return new Map(
    await Promise.all(
      [...names].map(async (team): Promise<[string, Result<readonly Account[]>]> => [
        team,
        await forge.teamMembers(team),
      ]),
    ),
  );
}
