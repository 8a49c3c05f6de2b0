import type { PullCommit } from '../../core/forge.ts';
import { readPerson } from '../../core/trailers.ts';
import type { PersonDirectory } from '../person-directory.ts';
import { accountName } from './account-name.ts';
import type { ReviewFacts } from './types.ts';

/** Who made a pull request. */
export interface PullAuthors {
  /** Accounts (`github:583231`) and addresses of everyone who opened, wrote, committed or pushed it. */
  readonly authors: readonly string[];
  /** Addresses of commits that belong to no account and to nobody in the policy: whoever they are, they wrote part of it. */
  readonly unmatched: readonly string[];
}

/** Names written into a commit by the forge's own web pages: they stand for the account beside them. */
const webCommitters = /^(noreply@github\.com|.*@noreply\..*)$/i;

/** Everyone whose approval would be of their own work. Addresses can be anybody's; accounts found by the forge are added. */
export function authorsOfPull(facts: ReviewFacts, directory: PersonDirectory, proposedBy?: string): PullAuthors {
  const { forge, pull } = facts;
  const commits = facts.commits.ok ? facts.commits.value : [];
  const pushers = facts.pushers?.ok === true ? facts.pushers.value : [];
  const people = commits.flatMap(peopleOf);
  const accounts = [pull.author, ...pushers, ...people.flatMap(({ account }) => account ?? [])].flatMap(
    (one) => accountName(forge, one) ?? [],
  );
  const fromAddress = people.flatMap(({ email }) => accountInAddress(forge, email) ?? []);
  const unmatched = people
    .filter(
      ({ account, email }) =>
        (account?.id ?? null) === null && accountInAddress(forge, email) === null && !webCommitters.test(email),
    )
    .map(({ email }) => email.toLowerCase())
    .filter((email) => directory.key(email) === email);
  return {
    authors: [
      ...new Set([
        ...accounts,
        ...fromAddress,
        ...people.map(({ email }) => email.toLowerCase()),
        ...(proposedBy === undefined ? [] : [proposedBy]),
      ]),
    ].filter((one) => one !== '' && !webCommitters.test(one)),
    unmatched: [...new Set(unmatched)],
  };
}

type Writer = Pick<PullCommit['author'], 'email' | 'account'>;

function peopleOf(commit: PullCommit): readonly Writer[] {
  // Wherever the line stands: more people than meant only ask for one more approver.
  const lines = commit.message.matchAll(/^[ \t]*co-authored-by:[ \t]*(.+)$/gim);
  const others = [...lines].map(([, value = '']) => ({ email: readPerson(value).email, account: null }));
  return [commit.author, commit.committer, ...others];
}

/** GitHub's private addresses carry the number of the account: `583231+octocat@users.noreply.github.com`. */
function accountInAddress(forge: ReviewFacts['forge'], email: string): string | null {
  const id = /^(\d+)\+[^@]+@users\.noreply\./i.exec(email)?.[1];
  return forge === 'github' && id !== undefined ? `github:${id}` : null;
}
