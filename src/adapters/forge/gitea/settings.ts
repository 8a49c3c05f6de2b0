import type { BranchRule, ForgeSettings } from '../../../core/forge.ts';
import { readAll } from '../client/read-answers.ts';
import type { ForgeClient } from '../client/types.ts';
import { flag, integer, items, text } from '../read/fields.ts';
import { readAccount } from '../read/read-account.ts';
import { asSetting, commonSettings } from '../settings.ts';

/** Settings of Gitea and Forgejo; environments and defaults of the automatic token do not exist there. */
export function giteaSettings(client: ForgeClient): ForgeSettings {
  return {
    ...commonSettings(client),
    rules: async () => asSetting(await readAll(client, { route: 'GET /repos/{owner}/{repo}/branch_protections', what: 'the protected branches', need: 'administration: read' }, readRule)), // prettier-ignore
    environments: async () => ({ is: 'absent' }),
    actions: async () => ({ is: 'absent' }),
    writers: async () => asSetting(await readAll(client, { route: 'GET /repos/{owner}/{repo}/assignees', what: 'who may write to the repository', need: 'contents: read' }, readAccount)), // prettier-ignore
  };
}

function readRule(data: unknown): BranchRule | null {
  const name = text(data, 'rule_name') ?? text(data, 'branch_name');
  if (name === undefined || name === '') return null;
  const isPushed = flag(data, 'enable_push') === true;
  const isListed = flag(data, 'enable_push_whitelist') === true;
  const checks = flag(data, 'enable_status_check') === true ? (items(data, 'status_check_contexts') ?? []) : [];
  return {
    name,
    branches: [name],
    active: true,
    requiresPullRequest: !isPushed,
    approvals: integer(data, 'required_approvals') ?? 0,
    dismissesStale: flag(data, 'dismiss_stale_approvals') === true,
    requiresCodeOwners: flag(data, 'block_on_official_review_requests') === true,
    requiresLastPushApproval: false,
    requiredChecks: checks.filter((check) => typeof check === 'string').map((check) => ({ name: check, app: null })),
    forbidsForcePush: flag(data, 'enable_force_push') !== true,
    forbidsDeletion: true,
    restrictsUpdates: !isPushed || isListed,
    bypass: isPushed && isListed ? listed(data) : [],
  };
}

/** Who may push although others may not. */
function listed(data: unknown): readonly string[] {
  const names = (list: string): string[] => (items(data, list) ?? []).filter((name) => typeof name === 'string');
  const keys = flag(data, 'push_whitelist_deploy_keys') === true ? ['deploy-key'] : [];
  return [
    ...names('push_whitelist_usernames'),
    ...names('push_whitelist_teams').map((team) => `team:${team}`),
    ...keys,
  ];
}
