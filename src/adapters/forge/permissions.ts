import type { ForgeKind } from '../../core/forge.ts';

/** What a request needs, in the words of GitHub. */
export type Need =
  | 'metadata: read'
  | 'contents: read'
  | 'contents: write'
  | 'pull-requests: read'
  | 'pull-requests: write'
  | 'issues: read'
  | 'issues: write'
  | 'checks: write'
  | 'actions: read'
  | 'secrets: read'
  | 'environments: read'
  | 'members: read'
  | 'administration: read';

const scopes: Readonly<Record<Need, string>> = {
  'metadata: read': 'read:repository',
  'contents: read': 'read:repository',
  'contents: write': 'write:repository',
  'pull-requests: read': 'read:repository',
  'pull-requests: write': 'write:repository',
  'issues: read': 'read:issue',
  'issues: write': 'write:issue',
  'checks: write': 'write:repository',
  'actions: read': 'read:repository',
  'secrets: read': 'read:repository of a repository administrator',
  'environments: read': 'read:repository',
  'members: read': 'read:organization of a member of the team',
  'administration: read': 'read:repository of a repository administrator',
};

/** The permission to name to somebody whose token lacks it: GitHub's words, or the scope of a Gitea token. */
export function nameNeed(need: Need, kind: ForgeKind): string {
  return kind === 'github' ? need : scopes[need];
}
