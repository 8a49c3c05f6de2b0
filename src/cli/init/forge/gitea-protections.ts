/** Name of the status that the check writes beside a commit. */
const requiredStatus = 'mergecast';

/** A protection as `POST /repos/{owner}/{repo}/branch_protections` takes it. */
export type Protection = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Protections of Gitea and Forgejo by file name; `bot` is the account of the executor. Pure. */
export function giteaProtections(defaultBranch: string, bot: string): Readonly<Record<string, Protection>> {
  return {
    'default-branch.json': {
      rule_name: defaultBranch,
      enable_push: false,
      enable_force_push: false,
      required_approvals: 1,
      dismiss_stale_approvals: true,
      block_on_rejected_reviews: true,
      block_on_official_review_requests: true,
      block_admin_merge_override: true,
      enable_status_check: true,
      status_check_contexts: [requiredStatus],
    },
    'journal.json': {
      rule_name: 'mergecast/**',
      enable_push: true,
      enable_push_whitelist: true,
      push_whitelist_usernames: [bot],
      push_whitelist_deploy_keys: false,
      enable_force_push: false,
      block_admin_merge_override: true,
    },
  };
}
