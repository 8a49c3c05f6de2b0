import { fieldText } from '../field-text.ts';
import { noticePushes } from '../notice-pushes.ts';
import { mergeCommits, type MergeMethod } from '../merge-commits.ts';
import { created, invalid, notFound, ok, page, refused, unprocessable } from '../reply.ts';
import { routes } from '../route.ts';
import { showAccount } from '../show/show-account.ts';
import { showCommit, showFile } from '../show/show-commit.ts';
import { baseOf, showPull, showWholePull } from '../show/show-pull.ts';
import type { Asked, Pull, Reply } from '../types.ts';
import type { World } from '../world.ts';

const mostCommits = 250;
const mostFiles = 3_000;

/** Pull requests: reading, opening, changing, merging. */
export const pullRoutes = routes('pull_requests', {
  'GET ~/pulls': listPulls,
  'POST ~/pulls': openPull,
  'GET ~/pulls/:number': (world, asked) => withPull(world, asked, (issue) => ok(showWholePull(world, issue))),
  'PATCH ~/pulls/:number': changePull,
  'GET ~/pulls/:number/commits': (world, asked) =>
    withPull(world, asked, (issue) => page(asked, commitsOf(world, issue).slice(0, mostCommits), (one) => showCommit(world, one))), // prettier-ignore
  'GET ~/pulls/:number/files': (world, asked) =>
    withPull(world, asked, (issue) => {
      const fork = world.store.mergeBase(baseOf(world, issue), issue.pull.head.sha);
      const files = fork === null ? [] : world.store.changes(fork, issue.pull.head.sha);
      return page(asked, files.slice(0, mostFiles), showFile);
    }),
  'PUT ~/pulls/:number/merge': [
    'write',
    (world, asked) => withPull(world, asked, (issue) => merge(world, asked, issue)),
  ],
  'GET ~/pulls/:number/requested_reviewers': (world, asked) =>
    withPull(world, asked, ({ pull }) => ok({ users: pull.requested.map((id) => showAccount(world, id)), teams: pull.requestedTeams.map((slug) => ({ slug })) })), // prettier-ignore
  'POST ~/pulls/:number/requested_reviewers': ['triage', requestReviewers],
});

type Issue = ReturnType<World['pull']>;

/** The pull request of the path, or 404. */
export function withPull(world: World, asked: Asked, answer: (issue: Issue) => Reply): Reply {
  const issue = world.issues.get(Number(asked.at['number']));
  return (issue?.pull ?? null) === null ? notFound : answer(issue as Issue);
}

function commitsOf(world: World, issue: Issue): ReturnType<World['store']['log']> {
  const base = issue.state === 'open' ? baseOf(world, issue) : issue.pull.base.sha;
  return world.store.log([`${base}..${issue.pull.head.sha}`]);
}

function listPulls(world: World, asked: Asked): Reply {
  const { searchParams } = asked.url;
  const state = searchParams.get('state') ?? 'open';
  const [head, base] = [searchParams.get('head'), searchParams.get('base')];
  const found = world.pulls.filter(({ state: is, pull }) => {
    const isHead = head === null || `${pull.head.owner}:${pull.head.ref}` === head;
    return (state === 'all' || is === state) && isHead && (base === null || pull.base.ref === base);
  });
  const newestFirst = (searchParams.get('direction') ?? (searchParams.has('sort') ? 'asc' : 'desc')) === 'desc';
  return page(asked, newestFirst ? found.toReversed() : found, (one) => showPull(world, one));
}

function openPull(world: World, { body, user }: Asked): Reply {
  const { title, head, base } = body;
  if (typeof title !== 'string' || typeof head !== 'string' || typeof base !== 'string')
    return invalid('PullRequest', 'head');
  const [owner = world.owner, ref = head] = head.includes(':') ? head.split(':', 2) : [world.owner, head];
  const sha =
    owner === world.owner ? world.store.resolve(`refs/heads/${ref}`) : (world.forks.get(`${owner}:${ref}`) ?? null);
  const tip = world.store.resolve(`refs/heads/${base}`);
  if (sha === null) return invalid('PullRequest', 'head');
  if (tip === null) return invalid('PullRequest', 'base');
  if (world.store.git(['rev-list', '--count', `${tip}..${sha}`]) === '0') return invalid('PullRequest', 'base', `No commits between ${base} and ${ref}`); // prettier-ignore
  const twin = world.pulls.find(({ state, pull }) => state === 'open' && pull.head.ref === ref && pull.head.owner === owner && pull.base.ref === base); // prettier-ignore
  if (twin !== undefined) return invalid('PullRequest', 'head', `A pull request already exists for ${owner}:${ref}.`);
  const text = typeof body['body'] === 'string' ? body['body'] : '';
  if (text.length > 65_536) return invalid('PullRequest', 'body', 'body is too long (maximum is 65536 characters)');
  const pull: Pull = {
    draft: body['draft'] === true, base: { ref: base, sha: tip }, head: { ref, sha, owner }, mergeCommit: null, landed: [],
    mergedBy: null, mergedAt: null, requested: [], requestedTeams: [], reviews: [],
  }; // prettier-ignore
  const number = world.nextNumber();
  world.issues.set(number, { id: world.nextId(), number, title, body: text, state: 'open', user: user?.id ?? 0, labels: [], createdAt: world.now(), updatedAt: world.now(), pull }); // prettier-ignore
  world.store.updateRef(`refs/pull/${number}/head`, sha);
  return created(showWholePull(world, world.pull(number)));
}

function changePull(world: World, asked: Asked): Reply {
  return withPull(world, asked, (issue) => {
    const { title, body, state, base } = asked.body;
    if (typeof base === 'string') {
      const tip = world.store.resolve(`refs/heads/${base}`);
      if (tip === null) return invalid('PullRequest', 'base');
      issue.pull.base = { ref: base, sha: tip };
    }
    if (state === 'open' && issue.pull.mergedAt !== null)
      return invalid('PullRequest', 'state', 'state cannot be changed.');
    if (typeof title === 'string') issue.title = title;
    if (typeof body === 'string') issue.body = body;
    if (state === 'open' || state === 'closed') issue.state = state;
    issue.updatedAt = world.now();
    return ok(showWholePull(world, issue));
  });
}

function merge(world: World, { body, user }: Asked, issue: Issue): Reply {
  const { pull, number, title } = issue;
  if (issue.state !== 'open' || pull.draft) return refused(405, 'Pull Request is not mergeable');
  if (typeof body['sha'] === 'string' && body['sha'] !== pull.head.sha) return refused(409, 'Head branch was modified. Review and try the merge again.'); // prettier-ignore
  const approved = new Set(pull.reviews.filter(({ state }) => state === 'APPROVED').map(({ user: by }) => by)).size;
  if (approved < world.requiredApprovals && user?.role !== 'admin') return refused(405, `At least ${world.requiredApprovals} approving review is required by reviewers with write access.`); // prettier-ignore
  const method = (body['merge_method'] ?? 'merge') as MergeMethod;
  const usual =
    method === 'squash'
      ? `${title} (#${number})`
      : `Merge pull request #${number} from ${pull.head.owner}/${pull.head.ref}`;
  const done = land(world, issue, method, { user: user?.id ?? 0, title: fieldText(body, 'commit_title', usual), message: fieldText(body, 'commit_message', (method === 'merge' ? title : '')) }); // prettier-ignore
  if (done === null) return refused(405, 'Pull Request is not mergeable');
  return ok({ sha: done, merged: true, message: 'Pull Request successfully merged' });
}

/** Merges and moves the base branch; null where the two conflict. `queue`: a merge queue does it. */
export function land(
  world: World,
  issue: Issue,
  method: MergeMethod,
  how: { user: number; title: string; message: string; queue?: boolean },
): string | null {
  const { pull } = issue;
  const base = baseOf(world, issue);
  const by = world.users.get(how.user) ?? world.user('web-flow');
  const made = mergeCommits(world.store, method, {
    base,
    head: pull.head.sha,
    title: how.title,
    message: how.message,
    by,
  });
  const tip = made?.at(-1);
  if (made === null || tip === undefined) return null;
  if (!world.store.updateRef(`refs/heads/${pull.base.ref}`, tip, base)) return null;
  Object.assign(pull, { mergeCommit: tip, landed: made, mergedBy: by.id, mergedAt: world.now(), base: { ref: pull.base.ref, sha: base } }); // prettier-ignore
  Object.assign(issue, { state: 'closed', updatedAt: world.now() });
  noticePushes(world, by, how.queue === true ? 'merge_queue_merge' : 'pr_merge');
  return tip;
}

function requestReviewers(world: World, asked: Asked): Reply {
  return withPull(world, asked, (issue) => {
    const list = (name: string): string[] => (Array.isArray(asked.body[name]) ? (asked.body[name] as string[]) : []);
    const people = list('reviewers').map((login) => [...world.users.values()].find((one) => one.login === login && !one.isDeleted)); // prettier-ignore
    if (people.some((one) => one?.id === issue.user))
      return unprocessable('Review cannot be requested from pull request author.');
    if (people.some((one) => one === undefined || one.role === 'none' || one.type === 'Bot') || list('team_reviewers').some((slug) => !world.teams.has(slug)))
      return refused(422, 'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the acme/marketing repository.'); // prettier-ignore
    issue.pull.requested = [...new Set([...issue.pull.requested, ...people.map((one) => one?.id ?? 0)])];
    issue.pull.requestedTeams = [...new Set([...issue.pull.requestedTeams, ...list('team_reviewers')])];
    return created(showPull(world, issue));
  });
}
