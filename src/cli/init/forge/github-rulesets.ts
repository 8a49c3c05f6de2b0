/** GitHub Actions on GitHub.com. Servers have numbers of their own, so that there the check is bound to none. */
const actionsApp = 15_368;

/** Name of the job that checks; GitHub shows it beside the commit, also where a fork's token may write nothing. */
export const requiredCheck = 'mergecast check';

/** Branches of the live journal. A star of GitHub ends at a slash, unless it is doubled and a slash follows. */
export const journalPattern = 'refs/heads/mergecast/**/*';

/** A ruleset in the form in which GitHub exports, imports and takes them by its API. */
export interface Ruleset {
  readonly name: string;
  readonly target: 'branch';
  readonly enforcement: 'active';
  readonly conditions: {
    readonly ref_name: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  };
  readonly rules: readonly { readonly type: string; readonly parameters?: object }[];
  readonly bypass_actors: readonly { readonly actor_id: null; readonly actor_type: 'DeployKey'; readonly bypass_mode: 'always' }[]; // prettier-ignore
}

/** Rulesets by file name. Pure. */
export function githubRulesets({ isGithubCom }: { isGithubCom: boolean }): Readonly<Record<string, Ruleset>> {
  return {
    'default-branch.json': ruleset('mergecast: default branch', '~DEFAULT_BRANCH', defaultBranchRules(isGithubCom)),
    // Whoever may bypass a ruleset may bypass all of it: so the key that writes is let past this one only.
    'journal-writer.json': {
      ...ruleset('mergecast: only the executor writes the journal', journalPattern, [{ type: 'creation' }, { type: 'update' }]), // prettier-ignore
      bypass_actors: [{ actor_id: null, actor_type: 'DeployKey', bypass_mode: 'always' }],
    },
    'journal-history.json': ruleset('mergecast: nobody rewrites the journal', journalPattern, [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
    ]),
  };
}

function ruleset(name: string, include: string, rules: Ruleset['rules']): Ruleset {
  const conditions = { ref_name: { include: [include], exclude: [] } };
  return { name, target: 'branch', enforcement: 'active', conditions, rules, bypass_actors: [] };
}

function defaultBranchRules(isGithubCom: boolean): Ruleset['rules'] {
  const check = { context: requiredCheck, ...(isGithubCom && { integration_id: actionsApp }) };
  return [
    { type: 'deletion' },
    { type: 'non_fast_forward' },
    {
      type: 'pull_request',
      parameters: {
        required_approving_review_count: 1,
        dismiss_stale_reviews_on_push: true,
        require_code_owner_review: true,
        require_last_push_approval: true,
        required_review_thread_resolution: false,
      },
    },
    {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        do_not_enforce_on_create: true,
        required_status_checks: [check],
      },
    },
  ];
}
