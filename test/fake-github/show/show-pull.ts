import type { Answer, Issue, Part, Pull, Review } from '../types.ts';
import type { World } from '../world.ts';
import { showAccount, showRepository } from './show-account.ts';
import { showLabel } from './show-issue.ts';

type WithPull = Issue & { pull: Pull };

/** A pull request as it stands in lists. */
export function showPull(world: World, issue: WithPull): Part<Answer<'pulls', 'list'>[number]> {
  const { pull, number } = issue;
  const home = `${world.origin}/${world.owner}/${world.name}`;
  const closedAt = issue.state === 'closed' ? issue.updatedAt : null;
  return {
    id: issue.id,
    node_id: `PR_${issue.id}`,
    url: `${world.origin}/repos/${world.owner}/${world.name}/pulls/${number}`,
    html_url: `${home}/pull/${number}`,
    number,
    state: issue.state,
    locked: false,
    title: issue.title,
    body: issue.body,
    user: showAccount(world, issue.user),
    labels: issue.labels.map((name) => ({
      ...showLabel(world, name),
      description: showLabel(world, name).description ?? '',
    })),
    draft: pull.draft,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: closedAt,
    merged_at: pull.mergedAt,
    // Until the merge: a trial merge, which never gets onto the branch.
    merge_commit_sha: pull.mergeCommit ?? world.store.resolve(`refs/pull/${number}/merge`),
    assignee: null,
    requested_reviewers: pull.requested.flatMap((id) => showAccount(world, id) ?? []) as object[],
    requested_teams: pull.requestedTeams.map((slug) => ({ id: world.teams.get(slug)?.id ?? 0, slug, name: slug })),
    head: showEnd(world, pull.head.ref, pull.head.sha, pull.head.owner),
    base: showEnd(world, pull.base.ref, baseOf(world, issue), world.owner),
    author_association: 'MEMBER',
    auto_merge: null,
  };
}

/** A pull request alone: with counts, which cost GitHub a look into git. */
export function showWholePull(world: World, issue: WithPull): Part<Answer<'pulls', 'get'>> {
  const { pull } = issue;
  const base = baseOf(world, issue);
  const fork = world.store.mergeBase(base, pull.head.sha);
  const range = fork === null ? [pull.head.sha] : [`${fork}..${pull.head.sha}`];
  return {
    ...(showPull(world, issue) as object),
    merged: pull.mergedAt !== null,
    merged_by: showAccount(world, pull.mergedBy),
    mergeable: issue.state === 'open' ? true : null,
    mergeable_state: issue.state === 'open' ? 'clean' : 'unknown',
    commits: Number(world.store.git(['rev-list', '--count', ...range])),
    changed_files: fork === null ? 0 : world.store.changes(fork, pull.head.sha).length,
    comments: world.comments.filter((comment) => comment.issue === issue.number).length,
    review_comments: 0,
    additions: 1,
    deletions: 0,
    maintainer_can_modify: false,
  };
}

/** While it is open the base is where its branch stands now. */
export function baseOf(world: World, { state, pull }: WithPull): string {
  return (state === 'open' ? world.store.resolve(`refs/heads/${pull.base.ref}`) : null) ?? pull.base.sha;
}

function showEnd(world: World, ref: string, sha: string, owner: string): object {
  const own = owner === world.owner;
  const repo = own ? showRepository(world) : { ...showRepository(world), id: world.repositoryId + 1, full_name: `${owner}/${world.name}`, fork: true }; // prettier-ignore
  return { label: `${owner}:${ref}`, ref, sha, user: { login: owner }, repo };
}

export function showReview(world: World, issue: Issue, review: Review): Part<Answer<'pulls', 'listReviews'>[number]> {
  const home = `${world.origin}/${world.owner}/${world.name}/pull/${issue.number}`;
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: showAccount(world, review.user),
    body: review.body,
    state: review.state,
    html_url: `${home}#pullrequestreview-${review.id}`,
    pull_request_url: `${world.origin}/repos/${world.owner}/${world.name}/pulls/${issue.number}`,
    commit_id: review.commit,
    author_association: 'MEMBER',
    ...(review.submittedAt !== null && { submitted_at: review.submittedAt }),
  };
}
