import type { ForgeAddress } from '../../core/forge.ts';

/** Where people see the forge, from the address of its API. */
export function webRootOf({ kind, api }: ForgeAddress): string {
  const root = api.replace(/\/+$/, '');
  if (kind === 'gitea') return root.replace(/\/api\/v1$/, '');
  // GitHub.com and its tenants answer at `api.`, GitHub Enterprise Server below a path.
  return root.replace(/^(https:\/\/)api\.(github\.com|[^/]+\.ghe\.com)$/, '$1$2').replace(/\/api\/v3$/, '');
}

/** The repository's own address in a browser. */
export function repositoryUrl(address: ForgeAddress): string {
  return `${webRootOf(address)}/${encodeURIComponent(address.owner)}/${encodeURIComponent(address.name)}`;
}

/** A file at a commit, in a browser; with a line it shows the source, because rendered pages have no lines. */
export function linkTo(address: ForgeAddress, commit: string, file: string, line?: number): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  const isRendered = /\.(?:md|markdown|csv|svg)$/i.test(file) && line !== undefined;
  const anchor = line === undefined ? '' : `#L${line}`;
  if (address.kind === 'github')
    return `${repositoryUrl(address)}/blob/${commit}/${path}${isRendered ? '?plain=1' : ''}${anchor}`;
  return `${repositoryUrl(address)}/src/commit/${commit}/${path}${isRendered ? '?display=source' : ''}${anchor}`;
}
