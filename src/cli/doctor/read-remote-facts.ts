import type { Forge, ForgeAddress, Setting } from '../../core/forge.ts';
import type { RemoteFacts } from './types.ts';

/** Workflow of the executor on GitHub. */
const executor = '.github/workflows/mergecast-execute.yml';

/** Reads every setting that a question asks for; each by itself, so that one that is hidden hides no other. */
export async function readRemoteFacts(forge: Forge, address: ForgeAddress): Promise<RemoteFacts> {
  const { settings } = forge;
  const [repository, rules, environments, secrets, workflows, actions, writers, deployKeys] = await Promise.all([
    settings.repository(),
    settings.rules(),
    settings.environments(),
    settings.secrets(),
    settings.workflows(),
    settings.actions(),
    settings.writers(),
    settings.deployKeys(),
  ]);
  const isKnown = workflows.is !== 'known' || workflows.value.some(({ path }) => path === executor);
  // What the forge has never seen has never run.
  const lastRun: Setting<string | null> = isKnown ? await settings.lastRun(executor) : { is: 'known', value: null };
  return { ...nameOf(forge.repository, address), repository, rules, environments, secrets, workflows, actions, lastRun, writers, deployKeys }; // prettier-ignore
}

/** The same without a token: nothing was seen, and nothing is guessed. */
export function hiddenFacts(forge: Forge, address: ForgeAddress): RemoteFacts {
  const variable = address.kind === 'github' ? 'GITHUB_TOKEN' : 'GITEA_TOKEN';
  const hidden = { is: 'unknown', why: `There is no token in ${variable}, so the forge was not asked.` } as const;
  return {
    ...nameOf(forge.repository, address),
    repository: hidden,
    rules: hidden,
    environments: hidden,
    secrets: hidden,
    workflows: hidden,
    actions: hidden,
    lastRun: hidden,
    writers: hidden,
    deployKeys: hidden,
  };
}

function nameOf(
  { owner, name, url }: Forge['repository'],
  { kind }: ForgeAddress,
): Pick<RemoteFacts, 'kind' | 'url' | 'name'> {
  return { kind, url, name: `${owner}/${name}` };
}
