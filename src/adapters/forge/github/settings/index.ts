import type { ActionsSettings, ForgeSettings } from '../../../../core/forge.ts';
import { success } from '../../../../core/result.ts';
import { readAll, readOne } from '../../client/read-answers.ts';
import type { ForgeClient } from '../../client/types.ts';
import { flag, text } from '../../read/fields.ts';
import { readAccount } from '../../read/read-account.ts';
import { asSetting, commonSettings, readRepository, secretNames } from '../../settings.ts';
import { readEnvironments } from './read-environments.ts';
import { readRules } from './read-rules.ts';

/** Settings of GitHub. */
export function githubSettings(client: ForgeClient): ForgeSettings {
  const repository = readRepository(client);
  const common = commonSettings(client);
  return {
    ...common,
    rules: async () => asSetting(await readRules(client, repository)),
    environments: async () => asSetting(await readEnvironments(client)),
    secrets: async () => {
      const [own, shared] = await Promise.all([common.secrets(), organizationSecrets(client)]);
      if (own.is !== 'known' || shared.is !== 'known') return own.is === 'known' ? shared : own;
      return { is: 'known', value: [...new Set([...own.value, ...shared.value])] };
    },
    actions: async () => asSetting(await readOne(client, { route: 'GET /repos/{owner}/{repo}/actions/permissions/workflow', what: 'what the automatic token may do', need: 'administration: read' }, actionsOf)), // prettier-ignore
    writers: async () => asSetting(await readAll(client, { route: 'GET /repos/{owner}/{repo}/collaborators', parameters: { permission: 'push' }, what: 'who may write to the repository', need: 'metadata: read' }, readAccount)), // prettier-ignore
  };
}

/** A repository that belongs to a person has none: 404, while its own secrets were told. */
async function organizationSecrets(client: ForgeClient): ReturnType<ForgeSettings['secrets']> {
  const what = "the names of the organization's secrets";
  const found = await secretNames(client, { route: 'GET /repos/{owner}/{repo}/actions/organization-secrets', what, need: 'secrets: read' }); // prettier-ignore
  const isPersonal = !found.ok && found.error.every(({ code }) => code === 'forge/not-found');
  return asSetting(isPersonal ? success([]) : found);
}

function actionsOf(data: unknown): ActionsSettings | null {
  const defaultToken = text(data, 'default_workflow_permissions');
  const canApprovePullRequests = flag(data, 'can_approve_pull_request_reviews');
  if ((defaultToken !== 'read' && defaultToken !== 'write') || canApprovePullRequests === undefined) return null;
  return { defaultToken, canApprovePullRequests };
}
