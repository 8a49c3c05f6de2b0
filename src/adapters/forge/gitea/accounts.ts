import { finding } from '../../../core/finding.ts';
import type { Forge } from '../../../core/forge.ts';
import { failure, success } from '../../../core/result.ts';
import { readAll, readOne } from '../client/read-answers.ts';
import type { ForgeClient } from '../client/types.ts';
import { giteaFacts } from '../facts.ts';
import { distinct } from '../github/accounts.ts';
import { nameNeed } from '../permissions.ts';
import { integer, items, part, text } from '../read/fields.ts';
import { readAccount } from '../read/read-account.ts';

/** Accounts of Gitea and Forgejo: who pushed, who is in a team, who has a number. */
export function giteaAccounts(client: ForgeClient): Pick<Forge, 'pushers' | 'teamMembers' | 'accountById'> {
  return {
    pushers: async (branch) => {
      const question = { route: 'GET /repos/{owner}/{repo}/activities/feeds', what: `who pushed to ${branch}`, need: 'contents: read' } as const; // prettier-ignore
      const found = await readAll(client, question, readAccountOfActivity, {
        skip: (activity) => !isPushTo(activity, branch),
        enough: giteaFacts.activity.value,
      });
      return found.ok ? success(distinct(found.value)) : found;
    },
    teamMembers: (team) => membersOf(client, team),
    accountById: (id) =>
      readOne(client, { route: 'GET /users/search', parameters: { uid: id }, what: `account ${id}`, need: 'metadata: read' }, accountWith(id)).then(
        (found) => (found.ok ? success(found.value.account) : found),
      ), // prettier-ignore
  };
}

async function membersOf(client: ForgeClient, team: string): ReturnType<Forge['teamMembers']> {
  const [org = '', name = ''] = team.split('/');
  const what = `the members of team ${team}`;
  const readTeam = (data: unknown): { id: number; name: string } | null => {
    const [id, called] = [integer(data, 'id'), text(data, 'name')];
    return id === undefined || called === undefined ? null : { id, name: called };
  };
  const teams = await readAll(client, { route: 'GET /orgs/{org}/teams', parameters: { org }, what, need: 'members: read' }, readTeam); // prettier-ignore
  if (!teams.ok) return teams;
  const found = teams.value.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found === undefined)
    return failure([finding('forge/not-found', { what, permission: nameNeed('members: read', 'gitea') })]);
  return readAll(client, { route: 'GET /teams/{id}/members', parameters: { id: found.id }, what, need: 'members: read' }, readAccount); // prettier-ignore
}

function isPushTo(activity: unknown, branch: string): boolean {
  return text(activity, 'op_type') === 'commit_repo' && text(activity, 'ref_name') === `refs/heads/${branch}`;
}

function readAccountOfActivity(activity: unknown): ReturnType<typeof readAccount> {
  return readAccount(part(activity, 'act_user'));
}

function accountWith(id: number): (data: unknown) => { account: ReturnType<typeof readAccount> } | null {
  return (data) => {
    const found = items(data, 'data');
    if (found === undefined) return null;
    return { account: readAccount(found.find((user) => integer(user, 'id') === id)) };
  };
}
