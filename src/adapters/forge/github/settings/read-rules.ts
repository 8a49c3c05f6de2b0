import type { BranchRule, RepositorySettings } from '../../../../core/forge.ts';
import { failure, success, type Result } from '../../../../core/result.ts';
import { readAll, readOne, readOneOrNull } from '../../client/read-answers.ts';
import type { ForgeClient } from '../../client/types.ts';
import { integer, text } from '../../read/fields.ts';
import { readProtection } from './read-protection.ts';
import { readRuleset } from './read-ruleset.ts';

/** Rulesets, also those of the organization, and the older protections of single branches. */
export async function readRules(
  client: ForgeClient,
  repository: () => Promise<Result<RepositorySettings>>,
): Promise<Result<readonly BranchRule[]>> {
  const [settings, rulesets, protections] = [await repository(), await listRulesets(client), await listProtections(client)]; // prettier-ignore
  if (!settings.ok) return settings;
  if (!rulesets.ok) return rulesets;
  if (!protections.ok) return protections;
  const rules: BranchRule[] = [];
  for (const id of rulesets.value) {
    const question = { route: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', parameters: { ruleset_id: id }, what: `ruleset ${id}`, need: 'metadata: read' } as const; // prettier-ignore
    const rule = await readOne(client, question, (data) => readRuleset(data, settings.value.defaultBranch));
    if (!rule.ok) return failure(rule.error);
    rules.push(rule.value);
  }
  return success([...rules, ...protections.value]);
}

async function listRulesets(client: ForgeClient): Promise<Result<readonly number[]>> {
  const question = { route: 'GET /repos/{owner}/{repo}/rulesets', parameters: { includes_parents: true }, what: 'the rulesets', need: 'metadata: read' } as const; // prettier-ignore
  const isOther = (ruleset: unknown): boolean => (text(ruleset, 'target') ?? 'branch') !== 'branch';
  return readAll(client, question, (ruleset) => integer(ruleset, 'id') ?? null, { skip: isOther });
}

/** A branch that only a ruleset protects has no protection of its own: 404. */
async function listProtections(client: ForgeClient): Promise<Result<readonly BranchRule[]>> {
  const question = { route: 'GET /repos/{owner}/{repo}/branches', parameters: { protected: true }, what: 'the protected branches', need: 'contents: read' } as const; // prettier-ignore
  const branches = await readAll(client, question, (branch) => text(branch, 'name') ?? null);
  if (!branches.ok) return branches;
  const rules: BranchRule[] = [];
  for (const branch of branches.value) {
    const one = { route: 'GET /repos/{owner}/{repo}/branches/{branch}/protection', parameters: { branch }, what: `the protection of ${branch}`, need: 'administration: read' } as const; // prettier-ignore
    const rule = await readOneOrNull(client, one, (data) => readProtection(data, branch));
    if (!rule.ok) return failure(rule.error);
    if (rule.value !== null) rules.push(rule.value);
  }
  return success(rules);
}
