/**
 * Page on which a pull request for a branch is opened, for the forges whose addresses are known; null elsewhere. Pure.
 */
export function pullRequestUrl(origin: string, branch: string, base: string): string | null {
  const match = /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/.exec(
    origin.trim(),
  );
  const [, host = '', path = ''] = match ?? [];
  const name = branch.split('/').map(encodeURIComponent).join('/');
  switch (host) {
    case 'github.com':
      return `https://github.com/${path}/compare/${base}...${name}?expand=1`;
    case 'gitlab.com':
      return `https://gitlab.com/${path}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${encodeURIComponent(branch)}`;
    case 'codeberg.org':
      return `https://codeberg.org/${path}/compare/${base}...${name}`;
    default:
      return null;
  }
}
