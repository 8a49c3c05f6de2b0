import { fieldText } from '../field-text.ts';
import { notFound, ok, page, refused, unprocessable } from '../reply.ts';
import { routes } from '../route.ts';
import { showReview } from '../show/show-pull.ts';
import type { Asked, Reply, Review } from '../types.ts';
import type { World } from '../world.ts';
import { withPull } from './pulls.ts';

/** Reviews: given, submitted later, dismissed. */
export const reviewRoutes = routes('pull_requests', {
  'GET ~/pulls/:number/reviews': (world, asked) =>
    withPull(world, asked, (issue) => {
      // What is pending is shown to its author only.
      const seen = issue.pull.reviews.filter(({ state, user }) => state !== 'PENDING' || user === asked.user?.id);
      return page(asked, seen, (one) => showReview(world, issue, one));
    }),
  'POST ~/pulls/:number/reviews': giveReview,
  'POST ~/pulls/:number/reviews/:review/events': (world, asked) =>
    withReview(world, asked, (issue, review) => decide(world, asked, issue, review)),
  'PUT ~/pulls/:number/reviews/:review/dismissals': ['write', (world, asked) =>
    withReview(world, asked, (issue, review) => {
      if (typeof asked.body['message'] !== 'string') return unprocessable("Message can't be blank");
      if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') return unprocessable('Can not dismiss a review that is not approved or requesting changes'); // prettier-ignore
      review.state = 'DISMISSED';
      return ok(showReview(world, issue, review));
    })],
}); // prettier-ignore

const states: Readonly<Record<string, Review['state']>> = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' }; // prettier-ignore

type Issue = ReturnType<World['pull']>;

function withReview(world: World, asked: Asked, answer: (issue: Issue, review: Review) => Reply): Reply {
  return withPull(world, asked, (issue) => {
    const review = issue.pull.reviews.find(({ id }) => id === Number(asked.at['review']));
    return review === undefined ? notFound : answer(issue, review);
  });
}

function giveReview(world: World, asked: Asked): Reply {
  return withPull(world, asked, (issue) => {
    const { body, user } = asked;
    const sha = typeof body['commit_id'] === 'string' ? body['commit_id'] : issue.pull.head.sha;
    if (world.store.resolve(sha) === null) return unprocessable('Commit could not be found');
    const review: Review = {
      id: world.nextId(), user: user?.id ?? 0, state: 'PENDING', commit: sha, body: fieldText(body, 'body'), submittedAt: null,
    }; // prettier-ignore
    const isPending = body['event'] === undefined;
    if (isPending && issue.pull.reviews.some((one) => one.state === 'PENDING' && one.user === review.user)) return unprocessable('User can only have one pending review per pull request'); // prettier-ignore
    const reply = isPending ? ok(showReview(world, issue, review)) : decide(world, asked, issue, review);
    if (reply.status < 300) issue.pull.reviews.push(review);
    return reply;
  });
}

function decide(world: World, asked: Asked, issue: Issue, review: Review): Reply {
  const state = states[fieldText(asked.body, 'event')];
  if (state === undefined) return refused(422, 'Unprocessable Entity');
  if (asked.user?.id === issue.user && state !== 'COMMENTED') return unprocessable(`Review Can not ${state === 'APPROVED' ? 'approve' : 'request changes on'} your own pull request`); // prettier-ignore
  if (asked.token?.kind === 'automatic' && state === 'APPROVED' && world.settings.get('automatic-approvals') !== true)
    return unprocessable('GitHub Actions is not permitted to approve pull requests.');
  if (typeof asked.body['body'] === 'string') review.body = asked.body['body'];
  if (state !== 'APPROVED' && review.body === '') return unprocessable("Body can't be blank");
  review.state = state;
  review.submittedAt = world.now();
  issue.pull.requested = issue.pull.requested.filter((id) => id !== review.user);
  return ok(showReview(world, issue, review));
}
