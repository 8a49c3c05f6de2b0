import { notFound, refused } from './reply.ts';
import type { Asked, Level, Reply, Role, Scope } from './types.ts';
import type { World } from './world.ts';

export interface Route {
  readonly method: string;
  /** Path with `:name` for one part and `*name` for the rest. */
  readonly path: string;
  readonly scope: Scope;
  readonly level: Level;
  /** What a person needs for it. */
  readonly role: Role;
  readonly answer: (world: World, asked: Asked) => Reply;
}

const order: readonly Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** A list of routes that share scope and usual role, written as `GET /path`. */
export function routes(
  scope: Scope,
  answers: Readonly<Record<string, Route['answer'] | [Role, Route['answer']]>>,
): readonly Route[] {
  return Object.entries(answers).map(([title, entry]) => {
    const [method = '', path = ''] = title.split(' ');
    const [role, answer] = typeof entry === 'function' ? (['read', entry] as const) : entry;
    return { method, path: path.replace(/^~/, '/repos/acme/marketing'), scope, level: method === 'GET' ? 'read' : 'write', role, answer }; // prettier-ignore
  });
}

/** The parts of a path that a route names, or null. */
export function matchRoute(route: Route, method: string, path: string): Readonly<Record<string, string>> | null {
  if (route.method !== method) return null;
  const pattern = route.path.replaceAll(/[.()[\]]/g, String.raw`\$&`).replaceAll(/:(\w+)/g, '(?<$1>[^/]+)').replaceAll(/\*(\w+)/g, '(?<$1>.+)'); // prettier-ignore
  const found = new RegExp(`^${pattern}$`).exec(path);
  if (found === null) return null;
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}

/** Null where the token may; GitHub's refusal else. What a token may not even see is 404. */
export function refusal(world: World, route: Route, asked: Asked): Reply | null {
  const { token, user } = asked;
  if (token === null || user === null) {
    if (asked.headers.authorization !== undefined) return refused(401, 'Bad credentials');
    if (world.isPrivate || route.level === 'write')
      return world.isPrivate ? notFound : refused(401, 'Requires authentication');
    return null;
  }
  if (token.kind === 'personal') return refusalToPerson(route, user.role);
  const has = token.permissions[route.scope] ?? (route.scope === 'metadata' ? 'read' : undefined);
  if (has === 'write' || (has === 'read' && route.level === 'read')) return null;
  return refused(403, 'Resource not accessible by integration');
}

function refusalToPerson(route: Route, role: Role): Reply | null {
  if (route.scope === 'checks' && route.level === 'write')
    return refused(403, 'You must authenticate via a GitHub App.');
  if (order.indexOf(role) >= order.indexOf(route.role)) return null;
  return role === 'none' ? notFound : refused(403, `Must have ${route.role} rights to Repository.`);
}
