import { nameOf, slugOf } from './brand-facts.ts';

/** Somebody who approves, as far as `init` was told. */
export interface PersonFacts {
  /** Under `people` in the policy. */
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  /** Name of the account on the forge, for CODEOWNERS only: names can be taken over. */
  readonly login: string | null;
  /** Number of the account on the forge. */
  readonly account: number | null;
}

/** What a list of people must look like. */
export const peopleForm = {
  matches: (text: string): boolean => parsePeople(text) !== null,
  words: 'e-mail addresses with commas between, or: Ines Roth <ines@acme.example> @ines 583231',
};

/**
 * `ines@acme.example, Tom Berg <tom@acme.example> @tomb 583231` -> people. Null where one of them has neither an
 * address nor an account: a name alone is nobody. Pure.
 */
export function parsePeople(text: string): readonly PersonFacts[] | null {
  const people: PersonFacts[] = [];
  for (const part of text.split(/[,;\n]/).filter((one) => one.trim() !== '')) {
    const person = parsePerson(part);
    if (person === null) return null;
    people.push(person);
  }
  return withDistinctKeys(people);
}

function parsePerson(text: string): PersonFacts | null {
  const words = text.trim().split(/\s+/);
  const pick = (form: RegExp): string | null => {
    const index = words.findIndex((word) => form.test(word));
    return index === -1 ? null : (form.exec(words.splice(index, 1)[0] ?? '')?.[1] ?? null);
  };
  const email = pick(/^<?([^\s<>@"]+@[^\s<>@"]+\.[^\s<>@"]+)>?$/);
  const login = pick(/^@([A-Za-z0-9][\w.-]*(?:\/[\w.-]+)?)$/);
  const number = pick(/^(?:(?:github|gitea|forgejo):)?([1-9]\d{0,14})$/);
  const isSomebody = [email, login, number].some((one) => one !== null);
  // Whatever else has a sign of an address or an account was misspelled.
  if (!isSomebody || words.some((word) => /[@<>:]/.test(word))) return null;
  const key = keyFor([words.join(' '), email?.split('@')[0], login, `account-${number ?? ''}`]);
  const account = number === null ? null : Number(number);
  return { key, name: words.length > 0 ? words.join(' ') : nameOf(key), email, login, account };
}

/** The first that says something, in the form of a key; never what YAML reads as another thing than a word. */
function keyFor(names: readonly (string | null | undefined)[]): string {
  const key = slugOf(names.find((name) => name !== undefined && name !== null && name !== '') ?? '') ?? 'person';
  return /^(null|true|false|\d.*)$/.test(key) ? `p-${key}` : key;
}

/** Two people of the same name get keys of their own; who is named twice is one person. */
function withDistinctKeys(people: readonly PersonFacts[]): readonly PersonFacts[] {
  const seen = new Map<string, PersonFacts>();
  for (const person of people) {
    if ([...seen.values()].some((one) => isSame(one, person))) continue;
    let { key } = person;
    for (let count = 2; seen.has(key); count += 1) key = `${person.key}-${count}`;
    seen.set(key, { ...person, key });
  }
  return [...seen.values()];
}

/** Whether two descriptions are of one person. */
export function isSame(a: PersonFacts, b: PersonFacts): boolean {
  const sameEmail = a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase();
  const sameLogin = a.login !== null && a.login.toLowerCase() === b.login?.toLowerCase();
  return sameEmail || sameLogin || (a.account !== null && a.account === b.account);
}
