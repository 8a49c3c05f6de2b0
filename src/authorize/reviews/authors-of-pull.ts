import type { PullCommit } from '../../core/forge.ts';
import { readPerson } from '../../core/trailers.ts';
import type { PersonDirectory } from '../person-directory.ts';
import { accountName } from './account-name.ts';
import type { ReviewFacts } from './types.ts';

/** A commit as git has it: like a forge's, without accounts. */
export interface BroughtCommit {
  readonly id: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
  readonly message: string;
}

/** Who made a pull request. */
export interface PullAuthors {
  /** Accounts (`github:583231`) and addresses of everyone who opened, wrote, committed or pushed it. */
  readonly authors: readonly string[];
  /** Addresses of commits that belong to no account and to nobody in the policy: whoever they are, they wrote part of it. */
  readonly unmatched: readonly string[];
}

/** What else is known of who made it. */
export interface MadeBy {
  /** Whoever asked for it or filed a form. */
  readonly proposedBy?: string | undefined;
  /** What git itself finds between the base and the head, also by second parents. */
  readonly brought?: readonly BroughtCommit[] | undefined;
}

/** Everyone whose approval would be of their own work. Addresses can be anybody's; accounts found by the forge are added. */
export function authorsOfPull(facts: ReviewFacts, directory: PersonDirectory, made: MadeBy = {}): PullAuthors {
  const { forge, pull } = facts;
  const pushers = facts.pushers?.ok === true ? facts.pushers.value : [];
  const people = commitsOf(facts, made.brought ?? []).flatMap((commit) => peopleOf(commit, forge));
  const accounts = [pull.author, ...pushers, ...people.flatMap(({ account }) => account ?? [])].flatMap(
    (one) => accountName(forge, one) ?? [],
  );
  const fromAddress = people.flatMap(({ name }) => accountInAddress(forge, name) ?? []);
  const unmatched = people
    .filter(({ account, name }) => (account?.id ?? null) === null && accountInAddress(forge, name) === null)
    .map(({ name }) => name.toLowerCase())
    .filter((name) => directory.key(name) === name);
  const names = [...people.map(({ name }) => name.toLowerCase()), ...namesOf(made.proposedBy)];
  return {
    authors: [...new Set([...accounts, ...fromAddress, ...names])].filter((one) => one !== ''),
    unmatched: [...new Set(unmatched)],
  };
}

/** The forge's list, and whatever git finds besides. */
function commitsOf({ commits }: ReviewFacts, brought: readonly BroughtCommit[]): readonly PullCommit[] {
  const told = commits.ok ? commits.value : [];
  const known = new Set(told.map(({ id }) => id));
  const others = brought.filter(({ id }) => !known.has(id));
  return [
    ...told,
    ...others.map(({ id, author, committer, message }) => ({
      id,
      parents: [],
      message,
      author: { ...author, account: null },
      committer: { ...committer, account: null },
    })),
  ];
}

/** Somebody who stands in a commit; `name` is the address, or the name where there is none. */
interface Writer {
  readonly name: string;
  readonly account: PullCommit['author']['account'];
}

function peopleOf({ author, committer, message }: PullCommit, forge: ReviewFacts['forge']): readonly Writer[] {
  // Wherever the line stands: more people than meant only ask for one more approver.
  const lines = message.matchAll(/^[ \t]*(?:co-authored-by|proposed-by):[ \t]*(.+)$/gim);
  return [
    // GitHub's own pages commit under this address; whoever clicked there is the author beside it.
    ...(forge === 'github' && committer.email === 'noreply@github.com' ? [author] : [author, committer]).map(
      ({ name, email, account }) => ({ name: email || name || 'a commit without a name', account }),
    ),
    ...[...lines].flatMap(([, value = '']) => namesOf(value).map((name) => ({ name, account: null }))),
  ];
}

/** `Ines Roth <ines@acme.example>` -> the address; what has none is a name or an account itself. */
function namesOf(text: string | undefined): readonly string[] {
  const { name, email } = readPerson(text ?? '');
  return [email || name].filter(Boolean);
}

/** GitHub's private addresses carry the number of the account: `583231+octocat@users.noreply.github.com`. */
function accountInAddress(forge: ReviewFacts['forge'], email: string): string | null {
  const id = /^(\d+)\+[^@]+@users\.noreply\./i.exec(email)?.[1];
  return forge === 'github' && id !== undefined ? `github:${id}` : null;
}
