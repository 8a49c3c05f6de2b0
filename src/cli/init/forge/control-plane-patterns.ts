import type { ForgeKind } from '../../../core/forge.ts';

/** Part of the control plane as files of owners name it: GitHub by patterns, Gitea by regular expressions. */
export interface OwnedPattern extends Readonly<Record<ForgeKind, string>> {
  /** A path that it covers: doctor asks who owns it. */
  readonly sample: string;
}

const rooted = (path: string): OwnedPattern => ({
  github: `/${path}`,
  gitea: `${path.replaceAll('.', String.raw`\.`)}${path.endsWith('/') ? '.*' : ''}`,
  sample: path.endsWith('/') ? `${path}file.yaml` : path,
});

const ofBrand = (path: string): OwnedPattern => ({
  github: `/brands/*/${path}`,
  gitea: `brands/[^/]+/${path.replaceAll('.', String.raw`\.`)}${path.endsWith('/') ? '.*' : ''}`,
  sample: `brands/acme/${path}${path.endsWith('/') ? 'file.md' : ''}`,
});

/** Everything that decides about executions instead of being sent, as `isControlPlane` has it. */
export const controlPlanePatterns: readonly OwnedPattern[] = [
  rooted('mergecast.yaml'),
  rooted('.mergecast/'),
  ofBrand('profile.json'),
  ofBrand('profile.yaml'),
  ofBrand('connections.yaml'),
  ofBrand('guidelines/'),
  ofBrand('evidence/'),
  ...['schemas/', 'actions/', '.github/', '.gitea/', '.forgejo/'].map(rooted),
  ...['package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', '.npmrc'].map(rooted),
  ...['.mailmap', '.gitmodules'].map(rooted),
  { github: 'CODEOWNERS', gitea: String.raw`(.*/)?CODEOWNERS`, sample: 'CODEOWNERS' },
  { github: '.gitattributes', gitea: String.raw`(.*/)?\.gitattributes`, sample: '.gitattributes' },
];
