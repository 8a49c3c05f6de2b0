import type { Forge, PullRequest } from '../../core/forge.ts';
import { success, type Result } from '../../core/result.ts';
import { readAll, readOneOrNull } from './client/read-answers.ts';
import type { ForgeClient } from './client/types.ts';
import { limitsOf } from './facts.ts';
import { readPullCommit } from './read/read-pull-commit.ts';
import { readPullRequest } from './read/read-pull-request.ts';

/** How long an empty answer right after a merge is doubted, in milliseconds between two looks: 3.5 seconds in all. */
const doubt = [500, 1000, 2000] as const;

/** Pull requests and their commits, as both forges tell them alike. */
export function pullRequests(
  client: ForgeClient,
): Pick<Forge, 'pullRequest' | 'openPullRequests' | 'commits' | 'pullRequestsOf'> {
  const isGitea = client.address.kind === 'gitea';
  const lookUp = isGitea ? pullRequestOnGitea : pullRequestsOnGithub;
  return {
    pullRequest: (number) =>
      readOneOrNull(client, { route: 'GET /repos/{owner}/{repo}/pulls/{number}', parameters: { number }, what: `pull request ${number}`, need: 'pull-requests: read' }, readPullRequest), // prettier-ignore
    openPullRequests: async () => {
      const order = isGitea ? {} : { sort: 'created', direction: 'desc' };
      const parameters = { state: 'open', ...order };
      const found = await readAll(client, { route: 'GET /repos/{owner}/{repo}/pulls', parameters, what: 'the open pull requests', need: 'pull-requests: read' }, readPullRequest); // prettier-ignore
      return found.ok ? success(found.value.toSorted((a, b) => b.number - a.number)) : found;
    },
    commits: async (number) => {
      const question = { route: 'GET /repos/{owner}/{repo}/pulls/{number}/commits', parameters: { number }, what: `the commits of pull request ${number}`, need: 'pull-requests: read' } as const; // prettier-ignore
      const found = await readAll(client, question, readPullCommit, { limit: limitsOf(client.address.kind).commits });
      return found.ok && isGitea ? success(found.value.toReversed()) : found;
    },
    pullRequestsOf: async (commit, { fresh = false } = {}) => {
      let found = await lookUp(client, commit);
      for (const pause of fresh ? doubt : []) {
        if (!isUnknownYet(found)) break;
        await client.wait(pause);
        found = await lookUp(client, commit);
      }
      return found;
    },
  };
}

/** Right after a merge a commit has no pull request yet, or is not known at all: 404, on GitHub also 422. */
function isUnknownYet(found: Result<readonly PullRequest[]>): boolean {
  if (found.ok) return found.value.length === 0;
  return found.error.every(({ code }) => code === 'forge/not-found' || code === 'forge/refused');
}

async function pullRequestsOnGithub(client: ForgeClient, commit: string): Promise<Result<readonly PullRequest[]>> {
  const question = { route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', parameters: { commit_sha: commit }, what: `the pull requests of commit ${commit}`, need: 'pull-requests: read' } as const; // prettier-ignore
  return readAll(client, question, readPullRequest);
}

async function pullRequestOnGitea(client: ForgeClient, commit: string): Promise<Result<readonly PullRequest[]>> {
  const question = { route: 'GET /repos/{owner}/{repo}/commits/{sha}/pull', parameters: { sha: commit }, what: `the pull request of commit ${commit}`, need: 'pull-requests: read' } as const; // prettier-ignore
  const found = await readOneOrNull(client, question, readPullRequest);
  return found.ok ? success(found.value === null ? [] : [found.value]) : found;
}
