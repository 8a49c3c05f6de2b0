import type { ForgeAddress, ForgeKind } from '../../core/forge.ts';

type Environment = Record<string, string | undefined>;

const byKind: Readonly<Record<ForgeKind, readonly string[]>> = {
  github: ['GITHUB_TOKEN', 'GH_TOKEN'],
  gitea: ['GITEA_TOKEN', 'FORGEJO_TOKEN'],
};
const all = ['MERGECAST_FORGE_TOKEN', 'INPUT_TOKEN', ...byKind.github, ...byKind.gitea];

/**
 * The token for a forge, taken out of the environment: nothing that is started or printed later finds one there. The
 * name that is ours goes first. A job's own token goes to the forge whose runner started the job and to no other, so
 * that GitHub's never travels to somebody's Gitea; in a workflow of Gitea it has GitHub's name.
 */
export function takeToken(address: Pick<ForgeAddress, 'kind' | 'api'>, environment: Environment): string | null {
  const found = tokenIn(address, environment);
  for (const name of all) delete environment[name];
  return found;
}

/** The same, left where it is. */
export function tokenIn({ kind, api }: Pick<ForgeAddress, 'kind' | 'api'>, environment: Environment): string | null {
  const isOwnRunner = originOf(environment['GITHUB_API_URL']) === originOf(api);
  const ofJob = ['INPUT_TOKEN', ...(kind === 'gitea' ? ['GITHUB_TOKEN'] : [])];
  // In a job GITHUB_TOKEN is that job's; at a desk it is a person's.
  const others = byKind[kind].filter((name) => isOwnRunner || environment['GITHUB_ACTIONS'] !== 'true' || name !== 'GITHUB_TOKEN'); // prettier-ignore
  const names = ['MERGECAST_FORGE_TOKEN', ...(isOwnRunner ? ofJob : []), ...others];
  return names.map((name) => environment[name]?.trim()).find((value) => value !== undefined && value !== '') ?? null;
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}
