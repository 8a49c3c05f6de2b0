import type { Io } from '../io.ts';
import { askUntilRight } from './ask-brand.ts';
import { isSame, parsePeople, peopleForm, type PersonFacts } from './parse-people.ts';

/** Who may approve, as far as the command line says it. */
export interface PeopleAnswers {
  readonly approvers?: string | undefined;
  readonly owners?: string | undefined;
}

/** Who may approve. */
export interface PeopleChoices {
  readonly people: readonly PersonFacts[];
  /** Keys of those who approve what is usual. */
  readonly marketing: readonly string[];
  /** Keys of those who decide about money and law, and about the rules. */
  readonly owners: readonly string[];
  /** Nobody but whoever sets it up was named. */
  readonly isAlone: boolean;
}

/** Asks who approves, and who does where money or law is concerned; whoever sets it up stands in for both. */
export async function askPeople(given: PeopleAnswers, email: string, ask: Io['ask']): Promise<PeopleChoices> {
  const answer = async (known: string | undefined, question: string, usual: string): Promise<string> =>
    known ?? (ask === undefined ? usual : askUntilRight(ask, question, usual, peopleForm));
  const first = await answer(given.approvers, 'Who approves? E-mail addresses, with commas between', email);
  const second = await answer(given.owners, 'And who decides where money or law is concerned?', first);
  const marketing = parsePeople(first) ?? [];
  const owners = parsePeople(second) ?? [];
  const people = [...marketing];
  const keys = owners.map((person) => {
    const known = people.find((one) => isSame(one, person));
    if (known !== undefined) return known.key;
    const isTaken = people.some(({ key }) => key === person.key);
    const added = isTaken ? { ...person, key: `${person.key}-${people.length + 1}` } : person;
    people.push(added);
    return added.key;
  });
  const isAlone = people.length === 0 || (people.length === 1 && people[0]?.email === email);
  return { people, marketing: marketing.map(({ key }) => key), owners: keys, isAlone };
}
