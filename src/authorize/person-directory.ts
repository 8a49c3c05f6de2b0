import type { Policy } from '../generated/types/policy.ts';

type Person = NonNullable<Policy['people']>[string];

/** Tells people apart, whatever name they act by. */
export interface PersonDirectory {
  /** One spelling for a person: the key under `people`, else the name itself in small letters. */
  key(name: string): string;
  /** Name for people to read: as the policy writes it, else as it was given. */
  shown(name: string): string;
  /** Accounts of a person, or the account itself that a name is. */
  accounts(name: string): readonly string[];
  /** E-mail addresses of a person, in small letters; none where the policy lists none. */
  emails(name: string): readonly string[];
}

/**
 * Who is who, by the policy's `people`: their key, e-mail addresses and accounts (`github:583231`) are one person. What
 * is not listed stands for itself; e-mail addresses differ in case only by accident.
 */
export function personDirectory(policy: Pick<Policy, 'people'>): PersonDirectory {
  const known = new Map<string, string>();
  const people = Object.entries(policy.people ?? {});
  const accountsOf = (person: Person): readonly string[] =>
    (['github', 'gitea'] as const).flatMap((forge) => (person[forge] ?? []).map((id) => `${forge}:${id}`));
  for (const [key, person] of people)
    for (const name of [key, ...(person.emails ?? []), ...accountsOf(person)]) known.set(plain(name), key);
  const listed = new Map(people);
  const key = (name: string): string => known.get(plain(name)) ?? plain(name);
  return {
    key,
    shown: (name) => listed.get(key(name))?.name ?? name,
    accounts: (name) => {
      const person = listed.get(key(name));
      return person === undefined ? [name].filter((one) => /^(github|gitea):\d+$/.test(one)) : accountsOf(person);
    },
    emails: (name) => (listed.get(key(name))?.emails ?? []).map(plain),
  };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
