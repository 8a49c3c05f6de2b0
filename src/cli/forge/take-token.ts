import type { ForgeKind } from '../../core/forge.ts';

type Environment = Record<string, string | undefined>;

const own = ['INPUT_TOKEN', 'MERGECAST_FORGE_TOKEN'];
const byKind: Readonly<Record<ForgeKind, readonly string[]>> = {
  github: ['GITHUB_TOKEN', 'GH_TOKEN'],
  gitea: ['GITEA_TOKEN', 'FORGEJO_TOKEN'],
};
const all = [...own, ...byKind.github, ...byKind.gitea];

/**
 * The token for a forge, taken out of the environment: nothing that is started or printed later finds one there. One
 * that was made for another forge is not taken, so that GitHub's never travels to somebody's Gitea. In a workflow of
 * Gitea its own automatic token has GitHub's name.
 */
export function takeToken(kind: ForgeKind, environment: Environment): string | null {
  const isOwnRunner = environment['GITHUB_ACTIONS'] === 'true' || environment['GITEA_ACTIONS'] === 'true';
  const names = [...own, ...byKind[kind], ...(kind === 'gitea' && isOwnRunner ? ['GITHUB_TOKEN'] : [])];
  const found = names.map((name) => environment[name]?.trim()).find((value) => value !== undefined && value !== '');
  for (const name of all) delete environment[name];
  return found ?? null;
}
