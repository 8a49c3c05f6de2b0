import type { Forge, ForgeAddress, ForgeCapabilities, ForgeKind } from '../../core/forge.ts';
import { comments } from './comments.ts';
import { createPullRequest } from './create-pull-request.ts';
import { createClient } from './client/create-client.ts';
import type { ForgeOptions } from './client/types.ts';
import { limitsOf } from './facts.ts';
import { giteaAccounts } from './gitea/accounts.ts';
import { giteaLabelKeeper } from './gitea/label-keeper.ts';
import { reportStatus } from './gitea/report-status.ts';
import { giteaSettings } from './gitea/settings.ts';
import { whoAmIOnGitea } from './gitea/who-am-i.ts';
import { githubAccounts } from './github/accounts.ts';
import { commitFiles } from './github/commit-files.ts';
import { githubLabelKeeper } from './github/label-keeper.ts';
import { reportCheckRun } from './github/report-check-run.ts';
import { githubSettings } from './github/settings/index.ts';
import { whoAmIOnGithub } from './github/who-am-i.ts';
import { issues } from './issues.ts';
import { labels } from './labels.ts';
import { linkTo, repositoryUrl } from './link-to.ts';
import { members } from './members.ts';
import { pullRequests } from './pull-requests.ts';
import { reviews } from './reviews.ts';

const capabilities: Readonly<Record<ForgeKind, ForgeCapabilities>> = {
  github: { checkRuns: true, environments: true, signedCommits: true, pushers: true, rulesets: true, mermaid: true },
  gitea: {
    checkRuns: false,
    environments: false,
    signedCommits: false,
    pushers: false,
    rulesets: false,
    mermaid: true,
  },
};

/**
 * A repository on a forge. Nothing is loaded or asked before the first question, and the token goes to the address'
 * origin only. `options` are for tests.
 */
export function openForge(address: ForgeAddress, token: string | null, options: ForgeOptions = {}): Forge {
  const client = createClient(address, token, options);
  const isGithub = address.kind === 'github';
  const keeper = isGithub ? githubLabelKeeper(client) : giteaLabelKeeper(client);
  const accounts = isGithub ? githubAccounts(client) : giteaAccounts(client);
  return {
    kind: address.kind,
    capabilities: capabilities[address.kind],
    limits: limitsOf(address.kind),
    repository: { owner: address.owner, name: address.name, url: repositoryUrl(address) },
    linkTo: (commit, file, line) => linkTo(address, commit, file, line),
    whoAmI: isGithub ? whoAmIOnGithub(client, token) : whoAmIOnGitea(client),
    ...pullRequests(client),
    ...reviews(client, token),
    ...accounts,
    ...members(client, accounts.accountById),
    ...comments(client),
    reportCheck: isGithub ? reportCheckRun(client) : reportStatus(client),
    ...labels(client, keeper),
    ...issues(client, keeper),
    createPullRequest: createPullRequest(client, token, keeper),
    commitFiles: isGithub ? commitFiles(client, token) : async () => null,
    settings: isGithub ? githubSettings(client) : giteaSettings(client),
    get requests() {
      return client.requests;
    },
  };
}
