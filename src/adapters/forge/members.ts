import type { Account, Forge, Permission } from '../../core/forge.ts';
import { success, type Result } from '../../core/result.ts';
import { readOneOrNull } from './client/read-answers.ts';
import type { ForgeClient, Question } from './client/types.ts';
import { integer, text } from './read/fields.ts';

const permissions: ReadonlyMap<string, Permission> = new Map([
  ['none', 'none'],
  ['read', 'read'],
  ['triage', 'triage'],
  ['write', 'write'],
  ['maintain', 'maintain'],
  ['admin', 'admin'],
  ['owner', 'admin'],
]);

/** What somebody may do in the repository, by the number of the account and not by its name. */
export function members(client: ForgeClient, accountById: Forge['accountById']): Pick<Forge, 'permission'> {
  return {
    permission: async (account) => {
      if (account.id === null) return success('none');
      const asNamed = await permissionOf(client, account);
      if (!asNamed.ok || asNamed.value !== 'another') return asNamed as Result<Permission>;
      const now = await accountById(account.id);
      if (!now.ok) return now;
      const asNow = now.value === null ? success('none' as const) : await permissionOf(client, now.value);
      return asNow.ok ? success(asNow.value === 'another' ? 'none' : asNow.value) : asNow;
    },
  };
}

/** `another`: the name is gone, or another account has it by now. */
async function permissionOf(client: ForgeClient, account: Account): Promise<Result<Permission | 'another'>> {
  // Gitea tells it to administrators only, and to everybody about themselves.
  const isGitea = client.address.kind === 'gitea';
  const question: Question = { route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', parameters: { username: account.login }, what: `the permission of ${account.login}`, need: isGitea ? 'administration: read' : 'metadata: read' }; // prettier-ignore
  const found = await readOneOrNull(client, question, (data) => {
    // A role that an organization made up has no name of ours: then the nearest built-in one is told beside it.
    const permission =
      permissions.get(text(data, 'role_name') ?? '') ?? permissions.get(text(data, 'permission') ?? '');
    const id = integer(data, 'user', 'id');
    return permission === undefined || id === undefined ? null : { permission, id };
  });
  if (!found.ok) return found;
  return success(found.value?.id === account.id ? found.value.permission : 'another');
}
