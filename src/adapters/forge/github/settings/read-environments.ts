import type { EnvironmentSettings } from '../../../../core/forge.ts';
import { failure, success, type Result } from '../../../../core/result.ts';
import { readAll } from '../../client/read-answers.ts';
import type { ForgeClient } from '../../client/types.ts';
import { flag, part, text } from '../../read/fields.ts';
import { asSetting, secretNames } from '../../settings.ts';

interface Listed {
  readonly name: string;
  readonly admits: 'chosen' | 'protected' | 'all';
  readonly adminsCanBypass: boolean;
}

/** Every environment with the branches it admits and the names of its secrets. */
export async function readEnvironments(client: ForgeClient): Promise<Result<readonly EnvironmentSettings[]>> {
  const question = { route: 'GET /repos/{owner}/{repo}/environments', what: 'the environments', need: 'actions: read' } as const; // prettier-ignore
  const listed = await readAll(client, question, readListed, { within: 'environments' });
  if (!listed.ok) return listed;
  const environments: EnvironmentSettings[] = [];
  for (const { name, admits, adminsCanBypass } of listed.value) {
    const branches = admits === 'chosen' ? await chosenBranches(client, name) : success(admits);
    if (!branches.ok) return failure(branches.error);
    const secrets = await secretNames(client, { route: 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets', parameters: { environment_name: name }, what: `the names of the secrets of environment ${name}`, need: 'environments: read' }); // prettier-ignore
    environments.push({ name, branches: branches.value, adminsCanBypass, secrets: asSetting(secrets) });
  }
  return success(environments);
}

/** No policy about branches admits every branch. A bypass that is not told is taken for possible. */
function readListed(data: unknown): Listed | null {
  const name = text(data, 'name');
  if (name === undefined) return null;
  const policy = part(data, 'deployment_branch_policy') ?? null;
  const isChosen = flag(policy, 'custom_branch_policies') === true;
  const isProtected = flag(policy, 'protected_branches') === true;
  return {
    name,
    admits: policy === null ? 'all' : isChosen ? 'chosen' : isProtected ? 'protected' : 'all',
    adminsCanBypass: flag(data, 'can_admins_bypass') !== false,
  };
}

/** Patterns of branches; a pattern of tags is marked, since it lets in what no branch rule covers. */
function chosenBranches(client: ForgeClient, name: string): Promise<Result<readonly string[]>> {
  const question = { route: 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', parameters: { environment_name: name }, what: `the branches of environment ${name}`, need: 'actions: read' } as const; // prettier-ignore
  return readAll(client, question, (policy) => {
    const pattern = text(policy, 'name');
    if (pattern === undefined) return null;
    return text(policy, 'type') === 'tag' ? `tag:${pattern}` : pattern;
  }, { within: 'branch_policies' }); // prettier-ignore
}
