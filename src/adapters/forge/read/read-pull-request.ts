import type { PullRequest } from '../../../core/forge.ts';
import { commitId, flag, integer, items, part, text, textsOf, webAddress } from './fields.ts';
import { readAccount } from './read-account.ts';

const nobody = { id: null, login: 'ghost', kind: 'unknown' } as const;

/** A pull request as both forges write it; null where something that decides is missing. */
export function readPullRequest(value: unknown): PullRequest | null {
  const number = integer(value, 'number');
  const base = branchIn(value, 'base');
  const head = branchIn(value, 'head');
  const state = stateOf(value);
  if (number === undefined || base === null || head === null || state === null) return null;
  return {
    number,
    url: webAddress(value, 'html_url'),
    title: text(value, 'title') ?? '',
    state,
    isDraft: flag(value, 'draft') === true,
    author: readAccount(part(value, 'user')) ?? nobody,
    base,
    head,
    isFork: isFork(value),
    ...mergeIn(value, state === 'merged'),
    labels: [...new Set(textsOf(items(value, 'labels'), 'name'))],
    changedFiles: integer(value, 'changed_files') ?? null,
    commits: integer(value, 'commits') ?? null,
    requested: requestedIn(value),
    requestedAccounts: (items(value, 'requested_reviewers') ?? []).flatMap((one) => readAccount(one)?.id ?? []),
  };
}

/** Before the merge GitHub tells the commit of a trial merge there, which never gets onto the branch. */
function mergeIn(value: unknown, isMerged: boolean): Pick<PullRequest, 'mergeCommit' | 'mergedBy' | 'mergedAt'> {
  if (!isMerged) return { mergeCommit: null, mergedBy: null, mergedAt: null };
  return {
    mergeCommit: commitId(value, 'merge_commit_sha') ?? null,
    mergedBy: readAccount(part(value, 'merged_by')),
    mergedAt: text(value, 'merged_at') ?? null,
  };
}

function branchIn(value: unknown, side: 'base' | 'head'): { branch: string; commit: string } | null {
  const branch = text(value, side, 'ref');
  const commit = commitId(value, side, 'sha');
  return branch === undefined || commit === undefined ? null : { branch, commit };
}

function stateOf(value: unknown): PullRequest['state'] | null {
  if (flag(value, 'merged') === true || text(value, 'merged_at') !== undefined) return 'merged';
  const state = text(value, 'state');
  return state === 'open' || state === 'closed' ? state : null;
}

/** A repository that is gone counts as another one: nothing is known of it. */
function isFork(value: unknown): boolean {
  const [base, head] = (['base', 'head'] as const).map((side) => integer(value, side, 'repo', 'id'));
  return base === undefined || head === undefined || base !== head;
}

function requestedIn(value: unknown): readonly string[] {
  const teams = items(value, 'requested_teams') ?? items(value, 'requested_reviewers_teams');
  const slugs = (teams ?? []).flatMap((team) => text(team, 'slug') ?? text(team, 'name') ?? []);
  return [...textsOf(items(value, 'requested_reviewers'), 'login'), ...slugs.map((slug) => `team:${slug}`)];
}
