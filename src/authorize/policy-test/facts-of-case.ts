import { finding } from '../../core/finding.ts';
import type { Account, PullCommit, PullRequest, Review } from '../../core/forge.ts';
import { failure, success } from '../../core/result.ts';
import type { Given, Review as GivenReview } from '../../generated/types/policy-test.ts';
import { accountName } from '../reviews/account-name.ts';
import type { ReviewFacts } from '../reviews/types.ts';
import type { Cast } from './cast.ts';
import { digestOfCase } from './plan-of-case.ts';

/** Where the pull request of a case goes, unless it says otherwise. */
export const defaultBranchOfCase = 'main';

/** What a forge would tell of the pull request of a case. Reviews by people without an account are not part of it. */
export function factsOfCase(given: Given, cast: Cast): ReviewFacts {
  const { author, reviews = [], teams = {} } = given;
  const commits = given.commits ?? [{ by: author }];
  const byAccount = reviews.filter(({ by }) => cast.account(by) !== null);
  const told = new Map(byAccount.flatMap(({ by, permission }) => permission === undefined ? [] : [[cast.account(by)?.id ?? 0, permission] as const])); // prettier-ignore
  return {
    forge: cast.forge,
    pull: pullOf(given, cast),
    commits: success(commits.map((commit, index) => commitOf(commit, index, cast))),
    reviews: success(byAccount.map((review, index) => reviewOf(review, index, cast))),
    pushers: success((given.pushers ?? [author]).flatMap((name) => cast.account(name) ?? [])),
    permissions: new Map(
      byAccount.flatMap(({ by }) => {
        const id = cast.account(by)?.id ?? 0;
        const permission = told.get(id);
        const unread = failure([finding('forge/not-found', { what: `what ${by} may do`, permission: '' })]);
        return [[id, permission === undefined ? unread : success(permission)]];
      }),
    ),
    teams: new Map(
      Object.entries(teams).map(([team, members]) => [
        team,
        success(members.flatMap((name) => cast.account(name) ?? [])),
      ]),
    ),
  };
}

function pullOf({ author, base = defaultBranchOfCase }: Given, cast: Cast): PullRequest {
  return {
    number: 1,
    url: '',
    title: 'A case',
    state: 'open',
    isDraft: false,
    author: cast.account(author) ?? nobody(author),
    base: { branch: base, commit: 'base' },
    head: { branch: 'case', commit: 'this' },
    isFork: false,
    mergeCommit: null,
    mergedBy: null,
    mergedAt: null,
    labels: [],
    changedFiles: 1,
    commits: 1,
    requested: [],
    requestedAccounts: [],
  };
}

function nobody(login: string): Account {
  return { id: null, login, kind: 'unknown' };
}

type GivenCommit = NonNullable<Given['commits']>[number];

function commitOf({ by, 'co-authors': others = [] }: GivenCommit, index: number, cast: Cast): PullCommit {
  const account = cast.account(by);
  const person = { name: by, email: account === null ? by : '', account };
  return {
    id: `commit-${index}`,
    parents: [],
    author: person,
    committer: person,
    message: ['A commit', '', ...others.map((name) => `Co-authored-by: ${addressOf(name, cast)}`)].join('\n'),
  };
}

/** As a co-author stands in a message: the account itself, so that a case needs no addresses. */
function addressOf(name: string, cast: Cast): string {
  return accountName(cast.forge, cast.account(name)) ?? name;
}

function reviewOf(given: GivenReview, index: number, cast: Cast): Review {
  const { by, says = 'approved', of = 'this', body = '', bot = false } = given;
  return {
    id: index + 1,
    url: '',
    account: cast.account(by, bot),
    state: says,
    commit: of,
    body: body.replaceAll('DIGEST', digestOfCase),
    at: says === 'pending' ? null : timeOf(given),
  };
}

/** When a review was given: where a case does not say, the day before it is judged by default. */
export function timeOf({ at = '2027-03-01T12:00:00Z' }: Pick<GivenReview, 'at'>): string {
  return at;
}
