import { noticePushes } from './notice-pushes.ts';
import { notFound } from './reply.ts';
import { matchRoute, refusal, type Route } from './route.ts';
import { checkRoutes, statusRoutes } from './routes/checks.ts';
import { commitPullRoutes, gitRoutes } from './routes/git.ts';
import { graphqlRoutes } from './routes/graphql.ts';
import { issueRoutes } from './routes/issues.ts';
import { peopleRoutes, teamRoutes } from './routes/people.ts';
import { pullRoutes } from './routes/pulls.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { settingRoutes } from './routes/settings.ts';
import type { Asked, Reply } from './types.ts';
import type { World } from './world.ts';

/** All routes; the more special first. */
const all: readonly Route[] = [
  ...commitPullRoutes,
  ...checkRoutes,
  ...statusRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...issueRoutes,
  ...peopleRoutes,
  ...teamRoutes,
  ...settingRoutes,
  ...gitRoutes,
  ...graphqlRoutes,
];

/** Answers one request of the API. What no route knows is 404, as on GitHub, and marked so that a test can tell. */
export function answerRequest(world: World, asked: Omit<Asked, 'at'>): Reply {
  noticePushes(world);
  for (const route of all) {
    const at = matchRoute(route, asked.method, asked.url.pathname);
    if (at === null) continue;
    const request = { ...asked, at };
    return refusal(world, routeFor(world, route, at), request) ?? route.answer(world, request);
  }
  return { ...notFound, headers: { 'x-fake-unknown-route': `${asked.method} ${asked.url.pathname}` } };
}

/** Comments and labels of pull requests are also allowed by the permission for pull requests. */
function routeFor(world: World, route: Route, at: Readonly<Record<string, string>>): Route {
  const isIssueOfPull = route.scope === 'issues' && isPull(world, Number(at['number']));
  const isComment = route.path.includes('/issues/comments/') && isCommentOfPull(world, Number(at['comment']));
  return isIssueOfPull || isComment ? { ...route, scope: 'pull_requests' } : route;
}

function isCommentOfPull(world: World, id: number): boolean {
  const issue = world.comments.find((one) => one.id === id)?.issue;
  return issue !== undefined && isPull(world, issue);
}

function isPull(world: World, number: number): boolean {
  return (world.issues.get(number)?.pull ?? null) !== null;
}
