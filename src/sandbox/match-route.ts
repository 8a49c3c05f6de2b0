import type { Route } from './kit/index.ts';

/** A route with the values of its segments. */
export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The route for a method and a path, or null. `PUT` and `PATCH` stand in for `POST` only where a route says so. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | null {
  for (const route of routes) {
    if (!route.method.split('|').includes(method)) continue;
    const found = patternOf(route.path).exec(path);
    if (found !== null) return { route, parameters: { ...found.groups } };
  }
  return null;
}

function patternOf(path: string): RegExp {
  const pattern = path.replaceAll(
    /\/:(\w+)(?:\(([^)]*)\))?/g,
    (_, name: string, inner = '[^/]+') => `/(?<${name}>${String(inner)})`,
  );
  return new RegExp(`^${pattern}/?$`);
}
