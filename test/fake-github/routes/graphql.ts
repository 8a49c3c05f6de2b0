import { fieldText } from '../field-text.ts';
import { noticePushes } from '../notice-pushes.ts';
import { ok, refused } from '../reply.ts';
import { routes } from '../route.ts';
import type { Asked, Reply } from '../types.ts';
import type { World } from '../world.ts';

/** The two questions of GraphQL that have no counterpart in REST. */
export const graphqlRoutes = routes('metadata', {
  'POST /graphql': ['none', (world, asked) => {
    const query = fieldText(asked.body, 'query');
    if (query.includes('createCommitOnBranch')) return commitOnBranch(world, asked);
    if (/\bviewer\b/.test(query)) return ok({ data: { viewer: viewer(asked) } });
    return ok({ errors: [{ message: 'the fake knows no such query' }] });
  }],
}).map((route) => ({ ...route, level: 'read' as const })); // prettier-ignore

function viewer({ user }: Asked): object | null {
  return user === null ? null : { login: user.login, databaseId: user.id };
}

function commitOnBranch(world: World, asked: Asked): Reply {
  const { token, user } = asked;
  const may =
    token?.kind === 'personal'
      ? ['write', 'maintain', 'admin'].includes(user?.role ?? '')
      : token?.permissions.contents === 'write';
  if (user === null) return refused(401, 'Bad credentials');
  if (!may) return problem('FORBIDDEN', 'Resource not accessible by integration');
  const input = ((asked.body['variables'] ?? {}) as { input?: Input }).input;
  const branch = input?.branch?.branchName?.replace(/^refs\/heads\//, '');
  const tip = branch === undefined ? null : world.store.resolve(`refs/heads/${branch}`);
  if (input === undefined || tip === null) return problem('NOT_FOUND', `No branch "${branch}"`);
  if (input.expectedHeadOid !== tip) return problem('STALE_DATA', `Expected branch to point to "${tip}" but it did not. Pull and try again.`); // prettier-ignore
  const files = new Map<string, Buffer | null>([
    ...(input.fileChanges?.deletions ?? []).map(({ path }) => [path, null] as const),
    ...(input.fileChanges?.additions ?? []).map(
      ({ path, contents }) => [path, Buffer.from(contents, 'base64')] as const,
    ),
  ]);
  const { headline, body } = input.message;
  const message = body === undefined ? headline : `${headline}\n\n${body}`;
  const oid = world.store.makeCommit(world.store.treeWith(tip, files), [tip], message, {
    name: user.login,
    email: user.email,
  });
  if (!world.store.updateRef(`refs/heads/${branch}`, oid, tip))
    return problem('STALE_DATA', 'The branch moved meanwhile');
  noticePushes(world, user);
  return ok({ data: { createCommitOnBranch: { commit: { oid } } } });
}

interface Input {
  readonly branch?: { readonly branchName?: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges?: {
    readonly additions?: readonly { path: string; contents: string }[];
    readonly deletions?: readonly { path: string }[];
  };
}

/** GraphQL refuses with 200. */
function problem(type: string, message: string): Reply {
  return ok({ data: { createCommitOnBranch: null }, errors: [{ type, message, path: ['createCommitOnBranch'] }] });
}
