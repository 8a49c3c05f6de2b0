import type { Account, Forge } from '../../../core/forge.ts';
import { success } from '../../../core/result.ts';
import { readAll, readOneOrNull } from '../client/read-answers.ts';
import type { ForgeClient } from '../client/types.ts';
import { part } from '../read/fields.ts';
import { readAccount } from '../read/read-account.ts';

/** Accounts of GitHub: who pushed, who is in a team, who has a number. */
export function githubAccounts(client: ForgeClient): Pick<Forge, 'pushers' | 'teamMembers' | 'accountById'> {
  return {
    pushers: async (branch) => {
      const question = { route: 'GET /repos/{owner}/{repo}/activity', parameters: { ref: `refs/heads/${branch}` }, what: `who pushed to ${branch}`, need: 'contents: read' } as const; // prettier-ignore
      const found = await readAll(client, question, (event) => ({
        account: readAccount(part(event, 'actor') ?? part(event, 'pusher')) ?? ghost,
      }));
      return found.ok ? success(distinct(found.value.map(({ account }) => account))) : found;
    },
    teamMembers: (team) => {
      const [org = '', slug = ''] = team.split('/');
      const question = { route: 'GET /orgs/{org}/teams/{team_slug}/members', parameters: { org, team_slug: slug }, what: `the members of team ${team}`, need: 'members: read' } as const; // prettier-ignore
      return readAll(client, question, readAccount);
    },
    accountById: (id) =>
      readOneOrNull(client, { route: 'GET /user/{account_id}', parameters: { account_id: id }, what: `account ${id}`, need: 'metadata: read' }, readAccount), // prettier-ignore
  };
}

const ghost: Account = { id: null, login: 'ghost', kind: 'unknown' };

/** Each account once, in the order in which they were met. */
export function distinct(accounts: readonly Account[]): readonly Account[] {
  return [...new Map(accounts.map((account) => [account.id ?? account.login, account])).values()];
}
