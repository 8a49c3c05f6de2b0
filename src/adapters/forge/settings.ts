import type { ForgeSettings, RepositorySettings, Setting, WorkflowSettings } from '../../core/forge.ts';
import { success, type Result } from '../../core/result.ts';
import { readAll, readOne } from './client/read-answers.ts';
import type { ForgeClient, Question } from './client/types.ts';
import { flag, items, text, webAddress } from './read/fields.ts';

/** What was read as a setting; what could not be read is unknown, with the reason in words. */
export function asSetting<T>(result: Result<T>): Setting<T> {
  if (result.ok) return { is: 'known', value: result.value };
  return { is: 'unknown', why: result.error.map(({ message, hint }) => `${message} ${hint}`.trim()).join(' ') };
}

/** Settings that both forges tell alike. */
export function commonSettings(
  client: ForgeClient,
): Pick<ForgeSettings, 'repository' | 'secrets' | 'workflows' | 'lastRun' | 'deployKeys'> {
  const repository = readRepository(client);
  return {
    repository: async () => asSetting(await repository()),
    secrets: async () => asSetting(await secretNames(client, { route: 'GET /repos/{owner}/{repo}/actions/secrets', what: 'the names of the secrets', need: 'secrets: read' })), // prettier-ignore
    workflows: async () => asSetting(await readAll(client, { route: 'GET /repos/{owner}/{repo}/actions/workflows', what: 'the workflows', need: 'actions: read' }, readWorkflow, { within: 'workflows' })), // prettier-ignore
    lastRun: async (workflow) => asSetting(await lastRun(client, workflow)),
    deployKeys: async () => {
      const question = { route: 'GET /repos/{owner}/{repo}/keys', what: 'the deploy keys', need: 'administration: read' } as const; // prettier-ignore
      return asSetting(await readAll(client, question, (key) => ({ title: text(key, 'title') ?? '', writes: flag(key, 'read_only') === false }))); // prettier-ignore
    },
  };
}

/** The repository's own settings, asked for once. */
export function readRepository(client: ForgeClient): () => Promise<Result<RepositorySettings>> {
  let known: Promise<Result<RepositorySettings>> | undefined;
  const question = { route: 'GET /repos/{owner}/{repo}', what: 'the settings of the repository', need: 'metadata: read' } as const; // prettier-ignore
  return () => (known ??= readOne(client, question, repositoryOf));
}

function repositoryOf(data: unknown): RepositorySettings | null {
  const defaultBranch = text(data, 'default_branch');
  const isPrivate = flag(data, 'private');
  if (defaultBranch === undefined || isPrivate === undefined) return null;
  const merge = flag(data, 'allow_merge_commit') ?? flag(data, 'allow_merge_commits');
  const squash = flag(data, 'allow_squash_merge');
  const rebase = flag(data, 'allow_rebase_merge') ?? flag(data, 'allow_rebase');
  const isTold = merge !== undefined && squash !== undefined && rebase !== undefined;
  return {
    defaultBranch,
    isPrivate,
    archived: flag(data, 'archived') === true,
    autoMerge: flag(data, 'allow_auto_merge') ?? null,
    merges: isTold ? { merge, squash, rebase } : null,
  };
}

/** Names of secrets in a list: GitHub wraps it, Gitea does not. */
export async function secretNames(client: ForgeClient, question: Question): Promise<Result<readonly string[]>> {
  const within = client.address.kind === 'github' ? { within: 'secrets' } : {};
  return readAll(client, question, (secret) => text(secret, 'name') ?? null, within);
}

function readWorkflow(data: unknown): WorkflowSettings | null {
  const path = text(data, 'path');
  const state = text(data, 'state');
  if (path === undefined || state === undefined) return null;
  const isIdle = state === 'disabled_inactivity';
  return { path, state: state === 'active' ? 'active' : isIdle ? 'disabled-inactivity' : 'disabled', url: webAddress(data, 'html_url') }; // prettier-ignore
}

async function lastRun(client: ForgeClient, workflow: string): Promise<Result<string | null>> {
  const file = workflow.split('/').at(-1) ?? workflow;
  const what = `the runs of ${workflow}`;
  if (client.address.kind === 'github') {
    const question = { route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', parameters: { workflow_id: file, per_page: 1 }, what, need: 'actions: read' } as const; // prettier-ignore
    const found = await readOne(client, question, (data) => items(data, 'workflow_runs') ?? null);
    return found.ok ? success(text(found.value[0], 'created_at') ?? null) : found;
  }
  // Gitea lists the runs of all workflows, newest first, and names the file at the beginning of the path.
  const question = { route: 'GET /repos/{owner}/{repo}/actions/runs', parameters: { limit: 50 }, what, need: 'actions: read' } as const; // prettier-ignore
  const found = await readOne(client, question, (data) => items(data, 'workflow_runs') ?? null);
  if (!found.ok) return found;
  const run = found.value.find((one) => (text(one, 'path') ?? '').startsWith(`${file}@`));
  return success(text(run, 'started_at') ?? text(run, 'created_at') ?? null);
}
