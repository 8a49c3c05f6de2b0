import type { SandboxPart } from './kit/index.ts';
import type { Arrived } from './read-request.ts';
import { Draft, type Tables } from './state.ts';

const table = 'sites';

/** Whom a caller believes to speak to, and whose data that is. */
export interface Site {
  /** All addresses in answers lie under it. */
  readonly origin: string;
  /** Name of the data: the origin where every customer has a site of his own, else one for all. */
  readonly scope: string;
}

/**
 * The origin that the caller names. Someone with a browser names none: he gets the first site that was ever spoken of,
 * with addresses that lead back into the sandbox.
 */
export function chooseSite(tables: Tables, part: SandboxPart, headers: Arrived['headers'], url: string): Site {
  const own = `${url}/${part.id}`;
  const named = headers['x-mergecast-origin'] ?? '';
  const isNamed = URL.canParse(named) && new URL(named).origin === named;
  const origin = isNamed ? named : own;
  if (part.perOrigin !== true) return { origin, scope: 'all' };
  return { origin, scope: isNamed ? named : (knownScopes(tables, part.id)[0] ?? own) };
}

/** Notes that a site is in use. */
export function noteSite(draft: Draft, platform: string, scope: string): void {
  if (draft.get(table, `${platform} ${scope}`) === undefined)
    draft.set(table, `${platform} ${scope}`, { platform, scope });
}

/** The data of one platform that are in use, the oldest first. */
export function knownScopes(tables: Tables, platform: string): string[] {
  return new Draft(tables)
    .entries(table)
    .map(([, value]) => value as { platform: string; scope: string })
    .filter((site) => site.platform === platform)
    .map(({ scope }) => scope);
}
