import type { BranchRule } from '../../../../core/forge.ts';
import { flag, integer, items, part, text, textsOf } from '../../read/fields.ts';

/** A ruleset of branches with its rules. */
export function readRuleset(data: unknown, defaultBranch: string): BranchRule | null {
  const name = text(data, 'name');
  const rules = items(data, 'rules');
  if (name === undefined || rules === undefined) return null;
  const parametersOf = (type: string): unknown =>
    part(
      rules.find((rule) => text(rule, 'type') === type),
      'parameters',
    );
  const has = (type: string): boolean => rules.some((rule) => text(rule, 'type') === type);
  const review = parametersOf('pull_request');
  const checks = items(parametersOf('required_status_checks'), 'required_status_checks') ?? [];
  return {
    name,
    branches: branchesOf(data, defaultBranch),
    active: text(data, 'enforcement') === 'active',
    requiresPullRequest: has('pull_request'),
    approvals: integer(review, 'required_approving_review_count') ?? 0,
    dismissesStale: flag(review, 'dismiss_stale_reviews_on_push') === true,
    requiresCodeOwners: flag(review, 'require_code_owner_review') === true,
    requiresLastPushApproval: flag(review, 'require_last_push_approval') === true,
    requiredChecks: checks.map((check) => ({
      name: text(check, 'context') ?? '',
      app: integer(check, 'integration_id') ?? null,
    })),
    forbidsForcePush: has('non_fast_forward'),
    forbidsDeletion: has('deletion'),
    restrictsUpdates: has('update'),
    bypass: bypassOf(data),
  };
}

/** Patterns of branch names; those that are left out again begin with `!`. */
function branchesOf(data: unknown, defaultBranch: string): readonly string[] {
  const list = (which: string): string[] => textsOf(items(data, 'conditions', 'ref_name', which)).map((pattern) => {
    if (pattern === '~DEFAULT_BRANCH') return defaultBranch;
    return pattern === '~ALL' ? '**' : pattern.replace(/^refs\/heads\//, '');
  }); // prettier-ignore
  return [...list('include'), ...list('exclude').map((pattern) => `!${pattern}`)];
}

const actors: ReadonlyMap<string, string> = new Map([
  ['RepositoryRole', 'role'],
  ['OrganizationAdmin', 'organization-admin'],
  ['Integration', 'app'],
  ['Team', 'team'],
  ['User', 'user'],
  ['DeployKey', 'deploy-key'],
  ['EnterpriseOwner', 'enterprise-owner'],
]);

/** Left out by GitHub where the token may not see it. */
function bypassOf(data: unknown): readonly string[] | null {
  const list = items(data, 'bypass_actors');
  if (list === undefined) return null;
  return list.map((actor) => {
    const kind = actors.get(text(actor, 'actor_type') ?? '') ?? 'other';
    const id = integer(actor, 'actor_id');
    return id === undefined || kind === 'deploy-key' || kind === 'organization-admin' ? kind : `${kind}:${id}`;
  });
}
