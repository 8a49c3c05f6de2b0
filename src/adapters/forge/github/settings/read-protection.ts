import type { BranchRule } from '../../../../core/forge.ts';
import { flag, integer, items, part, text, textsOf } from '../../read/fields.ts';

/** The older protection of one branch. */
export function readProtection(data: unknown, branch: string): BranchRule | null {
  if (typeof data !== 'object' || data === null) return null;
  const review = part(data, 'required_pull_request_reviews');
  const restrictions = part(data, 'restrictions');
  return {
    name: branch,
    branches: [branch],
    active: true,
    requiresPullRequest: review !== undefined && review !== null,
    approvals: integer(review, 'required_approving_review_count') ?? 0,
    dismissesStale: flag(review, 'dismiss_stale_reviews') === true,
    requiresCodeOwners: flag(review, 'require_code_owner_reviews') === true,
    requiresLastPushApproval: flag(review, 'require_last_push_approval') === true,
    requiredChecks: checksOf(part(data, 'required_status_checks')),
    forbidsForcePush: flag(data, 'allow_force_pushes', 'enabled') !== true,
    forbidsDeletion: flag(data, 'allow_deletions', 'enabled') !== true,
    restrictsUpdates: restrictions !== undefined && restrictions !== null,
    bypass: bypassOf(data),
  };
}

/** Older answers name the checks only. */
function checksOf(data: unknown): BranchRule['requiredChecks'] {
  const checks = items(data, 'checks')?.map((check) => ({
    name: text(check, 'context') ?? '',
    app: integer(check, 'app_id') ?? null,
  }));
  return checks ?? textsOf(items(data, 'contexts')).map((name) => ({ name, app: null }));
}

/** Without "do not allow bypassing" the rule does not bind administrators. */
function bypassOf(data: unknown): readonly string[] {
  const admins = flag(data, 'enforce_admins', 'enabled') === true ? [] : ['role:admin'];
  const reviews = 'required_pull_request_reviews';
  const among = (path: readonly string[]): readonly string[] => [
    ...textsOf(items(data, ...path, 'users'), 'login'),
    ...textsOf(items(data, ...path, 'teams'), 'slug').map((team) => `team:${team}`),
    ...textsOf(items(data, ...path, 'apps'), 'slug').map((app) => `app:${app}`),
  ];
  return [...new Set([...admins, ...among([reviews, 'bypass_pull_request_allowances']), ...among(['restrictions'])])];
}
