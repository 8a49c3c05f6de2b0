import type { Policy } from '../generated/types/policy.ts';

type Person = NonNullable<Policy['people']>[string];

/** Tells people apart, whatever name they act by. */
export interface PersonDirectory {
  /** One spelling for a person: the key under `people`, else the name itself in small letters. */
  key(name: string): string;
  /** Name for people to read: as the policy writes it, else as it was given. */
  shown(name: string): string;
  /** The account of a person to speak to, one on each forge, or the account itself that a name is. */
  accounts(name: string): readonly string[];
  /** E-mail addresses of a person, in small letters; none where the policy lists none. */
  emails(name: string): readonly string[];
}

/**
 * Who is who, by the policy's `people`: their key, e-mail addresses and accounts (`github:583231`) are one person. What
 * is not listed stands for itself; e-mail addresses differ in case only by accident. Entries that share an address or an
 * account are one person: taken for two, somebody could approve their own work or count twice.
 */
export function personDirectory(policy: Pick<Policy, 'people'>): PersonDirectory {
  const people = Object.entries(policy.people ?? {});
  const known = ownersOf(people);
  const listed = new Map<string, Person[]>();
  for (const [key, person] of people) {
    const owner = known.get(plain(key)) ?? key;
    listed.set(owner, [...(listed.get(owner) ?? []), person]);
  }
  const key = (name: string): string => known.get(plain(name)) ?? plain(name);
  const entries = (name: string): readonly Person[] => listed.get(key(name)) ?? [];
  return {
    key,
    shown: (name) => entries(name)[0]?.name ?? name,
    accounts: (name) => {
      const all = entries(name);
      const found =
        all.length === 0 ? [name].filter((one) => /^(github|gitea):\d+$/.test(one)) : all.flatMap(accountsOf);
      const forges = found.map((one) => one.split(':')[0]);
      return found.filter((_, index) => forges.indexOf(forges[index]) === index);
    },
    emails: (name) => entries(name).flatMap(({ emails = [] }) => emails.map(plain)),
  };
}

function accountsOf(person: Person): readonly string[] {
  return (['github', 'gitea'] as const).flatMap((forge) => (person[forge] ?? []).map((id) => `${forge}:${id}`));
}

/** Each name with the key of the first entry that it leads to, over whatever entries share names. */
function ownersOf(people: readonly (readonly [string, Person])[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [key, person] of people) {
    const names = [key, ...(person.emails ?? []), ...accountsOf(person)].map(plain);
    const [owner = key, ...same] = new Set(names.flatMap((name) => known.get(name) ?? []));
    for (const [name, other] of known) if (same.includes(other)) known.set(name, owner);
    for (const name of names) known.set(name, owner);
  }
  return known;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
