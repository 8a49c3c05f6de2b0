import type { Account, PullCommit, PullRequest, Review } from '../../core/forge.ts';
import { success } from '../../core/result.ts';
import type { ReviewFacts } from './types.ts';

export const numbers: Readonly<Record<string, number>> = { dana: 1, ines: 2, tom: 3, zoe: 4, robot: 9 };

/** An account of the little cast: dana writes, ines and tom review, zoe is a stranger, robot a machine. */
export function account(login: string, change: Partial<Account> = {}): Account {
  return { id: numbers[login] ?? 99, login, kind: login === 'robot' ? 'bot' : 'person', ...change };
}

let latest = 0;

/** A review, later than those made before it. */
export function review(login: string, state: Review['state'], change: Partial<Review> = {}): Review {
  latest += 1;
  return {
    id: latest,
    url: `https://forge.example/acme/marketing/pull/7#review-${latest}`,
    account: account(login),
    state,
    commit: 'head',
    body: '',
    at: new Date(Date.UTC(2027, 2, 1, 10) + latest * 1000).toISOString(),
    ...change,
  };
}

export function commit(login: string, change: Partial<PullCommit> = {}): PullCommit {
  const person = { name: login, email: `${login}@acme.example`, account: account(login) };
  return {
    id: 'head',
    parents: ['base'],
    author: person,
    committer: person,
    message: 'Add the spring post',
    ...change,
  };
}

/** A pull request by dana, with one commit of hers; `change` overrides what the test is about. */
export function factsForTest(reviews: readonly Review[], change: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    forge: 'github',
    pull,
    commits: success([commit('dana')]),
    reviews: success(reviews),
    pushers: success([account('dana')]),
    permissions: new Map(),
    teams: new Map(),
    ...change,
  };
}

const pull: PullRequest = {
  number: 7,
  url: 'https://forge.example/acme/marketing/pull/7',
  title: 'Spring is here',
  state: 'open',
  isDraft: false,
  author: account('dana'),
  base: { branch: 'main', commit: 'base' },
  head: { branch: 'execution/acme/spring', commit: 'head' },
  isFork: false,
  mergeCommit: null,
  mergedBy: null,
  mergedAt: null,
  labels: [],
  changedFiles: 2,
  commits: 1,
  requested: [],
  requestedAccounts: [],
};
