import type { ForgeKind } from '../../core/forge.ts';

/** Pages of a repository on which settings are changed. */
export type Page =
  | 'general'
  | 'rules'
  | 'branches'
  | 'environments'
  | 'secrets'
  | 'actions'
  | 'keys'
  | 'runs'
  | 'people';

const paths: Readonly<Record<ForgeKind, Readonly<Record<Page, string>>>> = {
  github: {
    general: '/settings',
    rules: '/settings/rules',
    branches: '/settings/branches',
    environments: '/settings/environments',
    secrets: '/settings/secrets/actions',
    actions: '/settings/actions',
    keys: '/settings/keys',
    runs: '/actions',
    people: '/settings/access',
  },
  gitea: {
    general: '/settings',
    rules: '/settings/branches',
    branches: '/settings/branches',
    environments: '/settings',
    secrets: '/settings/actions/secrets',
    actions: '/settings/actions',
    keys: '/settings/keys',
    runs: '/actions',
    people: '/settings/collaboration',
  },
};

/** Address of a settings page, from the repository's own. */
export function pageOf(page: Page, remote: { readonly kind: ForgeKind; readonly url: string }): string {
  return `${remote.url}${paths[remote.kind][page]}`;
}
