import { fieldText } from '../field-text.ts';
import { created, invalid, noContent, notFound, ok, page, refused } from '../reply.ts';
import { routes } from '../route.ts';
import { showComment, showIssue, showLabel } from '../show/show-issue.ts';
import type { Asked, Issue, IssueComment, Reply } from '../types.ts';
import type { World } from '../world.ts';

const longest = 65_536;
const tooLong = (resource: string): Reply =>
  invalid(resource, 'body', 'body is too long (maximum is 65536 characters)');

/** Issues, which pull requests are as well, with comments and labels. */
export const issueRoutes = routes('issues', {
  'GET ~/issues': listIssues,
  'POST ~/issues': openIssue,
  'GET ~/issues/:number': (world, asked) => withIssue(world, asked, (issue) => ok(showIssue(world, issue))),
  'PATCH ~/issues/:number': (world, asked) => withIssue(world, asked, (issue) => changeIssue(world, asked, issue)),
  'GET ~/issues/:number/comments': (world, asked) =>
    withIssue(world, asked, ({ number }) => page(asked, world.comments.filter((one) => one.issue === number), (one) => showComment(world, one))), // prettier-ignore
  'POST ~/issues/:number/comments': (world, asked) =>
    withIssue(world, asked, ({ number }) => {
      const text = asked.body['body'];
      if (typeof text !== 'string' || text.trim() === '') return invalid('IssueComment', 'body', "body can't be blank");
      if (text.length > longest) return tooLong('IssueComment');
      const comment = { id: world.nextId(), issue: number, user: asked.user?.id ?? 0, body: text, createdAt: world.now(), updatedAt: world.now() }; // prettier-ignore
      world.comments.push(comment);
      return created(showComment(world, comment));
    }),
  'GET ~/issues/comments/:comment': (world, asked) => withComment(world, asked, (comment) => ok(showComment(world, comment))),
  'PATCH ~/issues/comments/:comment': (world, asked) =>
    withComment(world, asked, (comment) => {
      if (!mayEdit(asked, comment)) return refused(403, 'Must have admin rights to Repository.');
      if (fieldText(asked.body, 'body').length > longest) return tooLong('IssueComment');
      Object.assign(comment, { body: fieldText(asked.body, 'body'), updatedAt: world.now() });
      return ok(showComment(world, comment));
    }),
  'DELETE ~/issues/comments/:comment': (world, asked) =>
    withComment(world, asked, (comment) => {
      if (!mayEdit(asked, comment)) return refused(403, 'Must have admin rights to Repository.');
      world.comments = world.comments.filter((one) => one !== comment);
      return noContent;
    }),
  'GET ~/issues/:number/labels': (world, asked) => withIssue(world, asked, ({ labels }) => page(asked, labels, (name) => showLabel(world, name))), // prettier-ignore
  'POST ~/issues/:number/labels': ['triage', (world, asked) =>
    withIssue(world, asked, (issue) => {
      addLabels(world, issue, asked.body['labels']);
      return ok(issue.labels.map((name) => showLabel(world, name)));
    })],
  'DELETE ~/issues/:number/labels/:name': ['triage', (world, asked) =>
    withIssue(world, asked, (issue) => {
      const name = asked.at['name']?.toLowerCase();
      if (!issue.labels.some((one) => one.toLowerCase() === name)) return refused(404, 'Label does not exist');
      issue.labels = issue.labels.filter((one) => one.toLowerCase() !== name);
      return ok(issue.labels.map((one) => showLabel(world, one)));
    })],
  'GET ~/labels': (world, asked) => page(asked, [...world.labels.values()], ({ name }) => showLabel(world, name)),
  'POST ~/labels': ['triage', (world, { body }) => {
    const name = fieldText(body, 'name');
    if (world.labels.has(name.toLowerCase())) return refused(422, 'Validation Failed', { errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }] }); // prettier-ignore
    if (name.length > 50 || fieldText(body, 'description').length > 100) return invalid('Label', 'description');
    world.labels.set(name.toLowerCase(), { id: world.nextId(), name, color: fieldText(body, 'color', 'ededed'), description: fieldText(body, 'description') }); // prettier-ignore
    return created(showLabel(world, name));
  }],
  'PATCH ~/labels/:name': ['triage', (world, { at, body }) => {
    const label = world.labels.get(at['name']?.toLowerCase() ?? '');
    if (label === undefined) return notFound;
    Object.assign(label, { color: fieldText(body, 'color', label.color), description: fieldText(body, 'description', label.description) }); // prettier-ignore
    return ok(showLabel(world, label.name));
  }],
}); // prettier-ignore

function withIssue(world: World, asked: Asked, answer: (issue: Issue) => Reply): Reply {
  const issue = world.issues.get(Number(asked.at['number']));
  return issue === undefined ? notFound : answer(issue);
}

function withComment(world: World, asked: Asked, answer: (comment: IssueComment) => Reply): Reply {
  const comment = world.comments.find(({ id }) => id === Number(asked.at['comment']));
  return comment === undefined ? notFound : answer(comment);
}

/** Writers may change other people's comments on GitHub. */
function mayEdit(asked: Asked, comment: IssueComment): boolean {
  return comment.user === asked.user?.id || ['write', 'maintain', 'admin'].includes(asked.user?.role ?? 'none');
}

function addLabels(world: World, issue: Issue, names: unknown): void {
  for (const entry of Array.isArray(names) ? (names as unknown[]) : []) {
    const name = typeof entry === 'string' ? entry : String((entry as { name?: unknown }).name);
    if (!world.labels.has(name.toLowerCase())) world.labels.set(name.toLowerCase(), { id: world.nextId(), name, color: 'ededed', description: '' }); // prettier-ignore
    if (!issue.labels.some((one) => one.toLowerCase() === name.toLowerCase())) issue.labels.push(name);
  }
}

function listIssues(world: World, asked: Asked): Reply {
  const { searchParams } = asked.url;
  const state = searchParams.get('state') ?? 'open';
  const wanted = (searchParams.get('labels') ?? '')
    .split(',')
    .filter(Boolean)
    .map((one) => one.toLowerCase());
  const found = [...world.issues.values()].filter(({ state: is, labels }) => {
    const has = labels.map((one) => one.toLowerCase());
    return (state === 'all' || is === state) && wanted.every((one) => has.includes(one));
  });
  return page(asked, found.toReversed(), (one) => showIssue(world, one));
}

function openIssue(world: World, { body, user }: Asked): Reply {
  if (typeof body['title'] !== 'string' || body['title'] === '')
    return invalid('Issue', 'title', "title can't be blank");
  const text = fieldText(body, 'body');
  if (text.length > longest) return tooLong('Issue');
  const number = world.nextNumber();
  const issue: Issue = { id: world.nextId(), number, title: body['title'], body: text, state: 'open', user: user?.id ?? 0, labels: [], createdAt: world.now(), updatedAt: world.now(), pull: null }; // prettier-ignore
  world.issues.set(number, issue);
  addLabels(world, issue, body['labels']);
  return created(showIssue(world, issue));
}

function changeIssue(world: World, { body, user }: Asked, issue: Issue): Reply {
  if (issue.user !== user?.id && ['none', 'read'].includes(user?.role ?? 'none')) return refused(403, 'Must have triage rights to Repository.'); // prettier-ignore
  if (fieldText(body, 'body').length > longest) return tooLong('Issue');
  if (typeof body['title'] === 'string') issue.title = body['title'];
  if (typeof body['body'] === 'string') issue.body = body['body'];
  if (body['state'] === 'open' || body['state'] === 'closed') issue.state = body['state'];
  if (Array.isArray(body['labels'])) {
    issue.labels = [];
    addLabels(world, issue, body['labels']);
  }
  issue.updatedAt = world.now();
  return ok(showIssue(world, issue));
}
