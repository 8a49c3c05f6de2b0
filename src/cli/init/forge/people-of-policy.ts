import type { Policy } from '../../../generated/types/policy.ts';
import type { PeopleChoices } from '../ask-people.ts';
import type { PersonFacts } from '../parse-people.ts';

/** Those who own the control plane by a policy that is there already, as far as it tells their addresses. Pure. */
export function peopleOfPolicy(policy: Policy): PeopleChoices {
  const members = (policy['control-plane']?.owners ?? []).flatMap((group) => policy.groups?.[group] ?? []);
  const people = members.flatMap((member) => personOf(member, policy));
  const keys = people.map(({ key }) => key);
  return { people, marketing: [], owners: keys, isAlone: false };
}

function personOf(member: string, policy: Policy): readonly PersonFacts[] {
  if (member.startsWith('team:')) {
    const team = member.slice('team:'.length);
    return [{ key: member, name: team, email: null, login: team, account: null }];
  }
  const known = policy.people?.[member];
  const email = known?.emails?.[0] ?? (/^[^\s:@]+@[^\s:@]+$/.test(member) ? member : null);
  return email === null ? [] : [{ key: member, name: known?.name ?? member, email, login: null, account: null }];
}
