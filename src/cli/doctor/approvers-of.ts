import { personDirectory } from '../../authorize/index.ts';
import type { ForgeKind } from '../../core/forge.ts';
import type { Policy, Rule } from '../../generated/types/policy.ts';

/** Somebody, or a team, whom a group names. */
export interface Approver {
  readonly key: string;
  readonly name: string;
  readonly isTeam: boolean;
  readonly accounts: Readonly<Record<ForgeKind, readonly number[]>>;
}

/** Everybody whom the policy lets approve: by its rules, and as an owner of the rules; without rules all groups. */
export function approversOf(policy: Policy): readonly Approver[] {
  const rules = policy.approvals?.rules ?? [];
  const named = [...rules.flatMap((rule) => rule.from), ...(policy['control-plane']?.owners ?? [])];
  const groups = rules.length === 0 ? Object.keys(policy.groups ?? {}) : named;
  return membersOf(groups, policy);
}

/** Different people who can meet a rule. Of a team, or where no group is named, nobody knows how many there are. */
export function peopleOfRule(
  rule: Rule,
  policy: Policy,
): { readonly people: readonly string[]; readonly hasTeam: boolean } {
  const members = membersOf(rule.from, policy);
  return {
    people: members.filter(({ isTeam }) => !isTeam).map(({ name }) => name),
    hasTeam: rule.from.length === 0 || members.some(({ isTeam }) => isTeam),
  };
}

function membersOf(groups: readonly string[], policy: Policy): readonly Approver[] {
  const directory = personDirectory(policy);
  const members = new Map<string, Approver>();
  for (const member of groups.flatMap((group) => policy.groups?.[group] ?? [])) {
    const key = directory.key(member);
    const person = policy.people?.[key];
    const own = (kind: ForgeKind): readonly number[] => [...(person?.[kind] ?? []), ...numberIn(member, kind)];
    const accounts = { github: own('github'), gitea: own('gitea') };
    members.set(key, { key, name: directory.shown(member), isTeam: member.startsWith('team:'), accounts });
  }
  return [...members.values()];
}

function numberIn(member: string, kind: ForgeKind): readonly number[] {
  const [, number] = new RegExp(`^${kind}:(\\d+)$`).exec(member) ?? [];
  return number === undefined ? [] : [Number(number)];
}
