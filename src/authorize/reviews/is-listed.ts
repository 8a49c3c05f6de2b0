import type { Policy } from '../../generated/types/policy.ts';
import type { PersonDirectory } from '../person-directory.ts';
import { accountName } from './account-name.ts';
import type { ReviewFacts } from './types.ts';

/** Whether the policy names somebody in a group, by person, account or team. */
export function isListed(
  name: string,
  policy: Pick<Policy, 'groups'>,
  directory: PersonDirectory,
  { teams, forge }: Pick<ReviewFacts, 'teams' | 'forge'>,
): boolean {
  const key = directory.key(name);
  const members = Object.values(policy.groups ?? {}).flat();
  if (members.some((member) => directory.key(member) === key)) return true;
  const inTeams = members.flatMap((member) => {
    const team = teams.get(teamOf(member) ?? '');
    return team?.ok === true ? team.value.flatMap((account) => accountName(forge, account) ?? []) : [];
  });
  return inTeams.some((member) => directory.key(member) === key);
}

/** `team:acme/legal` -> `acme/legal`; null for anything else. */
export function teamOf(member: string): string | null {
  return member.startsWith('team:') ? member.slice('team:'.length) : null;
}
