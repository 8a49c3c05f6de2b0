// Codes of the area: doctor, about the settings of a forge. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

type Kind = 'github' | 'gitea';
interface OnBranch {
  readonly branch: string;
  readonly forge: Kind;
}

/** Where a rule for a branch is made. */
const rules = ({ forge, branch }: OnBranch): string =>
  forge !== 'gitea'
    ? 'Settings > Rules > Rulesets > New ruleset > Import a ruleset: .mergecast/rulesets/default-branch.json'
    : `Settings > Branches > the rule of ${branch} (as .mergecast/rulesets/default-branch.json has it)`;

export const doctorForgeFindings = {
  'doctor/archived': define({
    severity: 'block',
    explanation: 'An archived repository takes no pull request, no journal and no comment: nothing can be carried out.',
    message: () => 'The repository is archived.',
    hint: () => 'Settings > Danger zone > Unarchive this repository.',
  }),
  'doctor/other-default-branch': define<{ forge: string; here: string }>({
    severity: 'block',
    explanation: 'Merges then reach one branch and the executor reads another: what was approved never goes out.',
    message: ({ forge, here }) => `The default branch is ${forge} there, and ${here} for git here.`,
    hint: ({ forge }) =>
      `If ${forge} is right: \`git remote set-head origin --auto\`. Else change it in the repository's settings.`,
  }),
  'doctor/no-pull-request': define<OnBranch>({
    severity: 'block',
    explanation:
      'Whoever may write can put anything there without anybody looking. It is not carried out, but it hides among what was approved.',
    message: ({ branch }) => `Anybody with write access can push to ${branch} past every review.`,
    hint: (on) => `${rules(on)}; there "Require a pull request before merging".`,
  }),
  'doctor/no-approvals': define<OnBranch>({
    severity: 'block',
    explanation: 'A pull request could be merged before anybody approved it. It would then lie there and never go out.',
    message: ({ branch }) => `A pull request can be merged into ${branch} without an approval.`,
    hint: (on) => `${rules(on)}; there "Required approvals": 1 or more.`,
  }),
  'doctor/stale-approvals': define<OnBranch>({
    severity: 'block',
    explanation:
      'The button to merge stays green after the content has changed. mergecast refuses what was not approved, but people believe that it is on its way.',
    message: () => 'An approval stays when the content is changed after it.',
    hint: (on) => `${rules(on)}; there "Dismiss stale pull request approvals when new commits are pushed".`,
  }),
  'doctor/last-push': define<OnBranch>({
    severity: 'block',
    explanation: 'Somebody could push a last change to a proposal of somebody else, and approve it alone.',
    message: () => 'Whoever pushed last can approve the pull request.',
    hint: (on) => `${rules(on)}; there "Require approval of the most recent reviewable push".`,
  }),
  'doctor/owners-not-asked': define<OnBranch>({
    severity: 'block',
    explanation:
      'Rules, connections and workflows could be changed without those who own them. The executor notices, and then refuses everything.',
    message: () => 'A change to the rules can be merged without their owners.',
    hint: (on) => `${rules(on)}; there "Require review from Code Owners" (on Gitea: block merge on official review requests).`, // prettier-ignore
  }),
  'doctor/branch-rewritable': define<OnBranch & { how: readonly string[] }>({
    severity: 'block',
    explanation: 'Who can rewrite the past of the branch can take away what was approved, and the proof of it.',
    message: ({ branch, how }) => `${branch} can be ${how.join(' and ')}.`,
    hint: (on) => `${rules(on)}; there "Block force pushes" and "Restrict deletions".`,
  }),
  'doctor/rules-bypassed': define<OnBranch & { who: readonly string[] }>({
    severity: 'block',
    explanation: 'A rule that some may ignore protects nothing on the day when it matters.',
    message: ({ branch, who }) => `The rules of ${branch} do not hold for: ${who.join(', ')}.`,
    hint: ({ forge }) =>
      forge !== 'gitea'
        ? 'Settings > Rules > Rulesets > the ruleset > Bypass list: empty it (older protections: switch "Do not allow bypassing the above settings" on).'
        : 'Settings > Branches > the rule: take them off the list.',
  }),
  'doctor/check-not-required': define<OnBranch & { check: string }>({
    severity: 'block',
    explanation:
      'A pull request that the check blocks, or that it has not seen yet, could be merged. It would never go out, and nobody would know why.',
    message: ({ branch }) => `A pull request can be merged into ${branch} without the check of mergecast.`,
    hint: (on) => `${rules(on)}; there "Require status checks to pass": ${on.check}.`,
  }),
  'doctor/check-unbound': define<{ check: string }>({
    severity: 'warn',
    explanation:
      'Any tool, and anybody with a token, may then report a check of this name as passed. mergecast itself never believes it, but the button to merge does.',
    message: ({ check }) => `The required check "${check}" is taken from whoever reports it.`,
    hint: ({ check }) => `Settings > Rules > Rulesets > the ruleset > Require status checks > ${check}: choose the source "GitHub Actions".`, // prettier-ignore
  }),
  'doctor/journal-unprotected': define<{ forge: Kind; branches: readonly string[] }>({
    severity: 'block',
    explanation:
      'Anybody with write access can write into the record of what was sent. Signatures show that, but then everything stops.',
    message: ({ branches }) => `Everybody with write access can push to ${branches.join(', ')}.`,
    hint: ({ forge }) =>
      forge !== 'gitea'
        ? 'Settings > Rules > Rulesets > New ruleset > Import a ruleset: .mergecast/rulesets/journal-writer.json'
        : 'Settings > Branches > Add new rule: as .mergecast/rulesets/journal.json has it.',
  }),
  'doctor/journal-pattern': define<{ pattern: string; branches: readonly string[] }>({
    severity: 'warn',
    explanation:
      'By what GitHub writes about its patterns, a star ends at a slash unless two stars and a slash stand before it. The branches below would then be open to all.',
    message: ({ pattern, branches }) => `"${pattern}" may not cover ${branches.join(', ')}.`,
    hint: () => 'Settings > Rules > Rulesets > the ruleset > Target branches: add mergecast/**/* as well.',
  }),
  'doctor/journal-writers': define<{ who: readonly string[]; forge: Kind }>({
    severity: 'block',
    explanation: 'The journal may have one writer, the executor. Others could squat its branches and stop everything.',
    message: ({ who }) =>
      who.length === 0
        ? 'Nobody at all may write the journal, the executor included.'
        : `Besides or instead of the executor, these may write the journal: ${who.join(', ')}.`,
    hint: ({ forge }) =>
      forge !== 'gitea'
        ? 'Settings > Rules > Rulesets > the ruleset of mergecast/** > Bypass list: "Deploy keys" alone, or one App alone.'
        : 'Settings > Branches > the rule of mergecast/**: the account of the executor alone.',
  }),
  'doctor/journal-rewritable': define<{ forge: Kind; how: readonly string[]; byExecutorOnly: boolean }>({
    severity: 'block',
    explanation: 'What was sent, and who approved it, could be made to disappear.',
    message: ({ how, byExecutorOnly }) =>
      `The journal can be ${how.join(' and ')}${byExecutorOnly ? ' by whoever has the key of the executor' : ''}.`,
    hint: ({ forge }) =>
      forge !== 'gitea'
        ? 'Settings > Rules > Rulesets > New ruleset > Import a ruleset: .mergecast/rulesets/journal-history.json. It lets nobody past.'
        : 'Settings > Branches > the rule of mergecast/**: no force push.',
  }),
  'doctor/no-environment': define<{ environment: string }>({
    severity: 'block',
    explanation:
      'The executor waits for an environment that does not exist; GitHub would make an open one, whose secrets every branch can read.',
    message: ({ environment }) => `There is no environment "${environment}".`,
    hint: ({ environment }) =>
      `Settings > Environments > New environment: ${environment}. Then "Deployment branches and tags": Selected branches and tags.`,
  }),
  'doctor/environment-open': define<{ environment: string; admits: string; branch: string }>({
    severity: 'block',
    explanation:
      'A workflow on another branch can read the secrets there: anybody with write access could take the keys of your accounts.',
    message: ({ environment, admits, branch }) =>
      `The environment "${environment}" admits ${admits}, and must admit ${branch} alone.`,
    hint: ({ environment, branch }) =>
      `Settings > Environments > ${environment} > Deployment branches and tags: choose "Selected branches and tags" (not "Protected branches only"), with the one entry ${branch}.`,
  }),
  'doctor/environment-bypass': define<{ environment: string }>({
    severity: 'block',
    explanation: 'An administrator can run a job with the secrets in spite of the rules of the environment.',
    message: ({ environment }) => `Administrators can get past the rules of the environment "${environment}".`,
    hint: ({ environment }) =>
      `Settings > Environments > ${environment}: take the mark off "Allow administrators to bypass configured protection rules".`,
  }),
  'doctor/secrets-missing': define<{ names: readonly string[]; place: string }>({
    severity: 'block',
    explanation: 'The executor cannot sign the journal, push to it, or sign in to a platform without its secret.',
    message: ({ names, place }) => `Not in ${place} yet: ${names.join(', ')}.`,
    hint: ({ names, place }) =>
      `Put each into ${place}${names.includes('MERGECAST_JOURNAL_KEY') ? '. MERGECAST_JOURNAL_KEY is the file live.key in your folder ~/.config/mergecast' : ''}. Connections that nobody uses can be taken out of connections.yaml instead.`,
  }),
  'doctor/secrets-exposed': define<{ names: readonly string[]; forge: Kind }>({
    severity: 'block',
    explanation:
      'Secrets of the repository are handed to the workflow of any branch: anybody with write access can print them by a pull request.',
    message: ({ names }) => `Every workflow of the repository can read ${names.join(', ')}.`,
    hint: ({ forge }) =>
      forge !== 'gitea'
        ? 'Put them into the environment, then remove them under Settings > Secrets and variables > Actions > Repository secrets (and from the organization). Make new ones on the platforms if in doubt.'
        : 'Remove them under Settings > Actions > Secrets. They belong into a second repository that executes (.mergecast/executor), or onto a machine. Make new ones on the platforms if in doubt.',
  }),
  'doctor/token-writes': define({
    severity: 'block',
    explanation: "Any workflow that names no permissions may then change the repository's content.",
    message: () => 'The automatic token of workflows may write by default.',
    hint: () =>
      'Settings > Actions > General > Workflow permissions: "Read repository contents and packages permissions".',
  }),
  'doctor/bots-approve': define({
    severity: 'block',
    explanation: 'Somebody with write access could let a workflow approve their own pull request.',
    message: () => 'Workflows may approve pull requests.',
    hint: () =>
      'Settings > Actions > General > Workflow permissions: take the mark off "Allow GitHub Actions to create and approve pull requests".',
  }),
  'doctor/workflow-disabled': define<{ path: string; isIdle: boolean }>({
    severity: 'block',
    explanation: 'A workflow that is switched off checks nothing and carries out nothing, and nobody is told.',
    message: ({ path, isIdle }) =>
      isIdle ? `GitHub has switched ${path} off, because nothing happened here for 60 days.` : `${path} is switched off, or has never been seen by the forge.`, // prettier-ignore
    hint: () => 'Actions > the workflow > Enable workflow. If it is not listed, get the file onto the default branch.',
  }),
  'doctor/schedule-silent': define<{ since: string | null }>({
    severity: 'block',
    explanation:
      'Planned executions, and merges whose event was lost (such as those by a bot), are found by the schedule alone.',
    message: ({ since }) =>
      since === null ? 'The executor has never run.' : `The executor ran last on ${since}, and should every quarter of an hour.`, // prettier-ignore
    hint: () => 'Actions > mergecast execute > Run workflow. If it fails, its log says why.',
  }),
  'doctor/auto-merge': define({
    severity: 'block',
    explanation:
      'A merge that a bot makes (auto-merge, merge queue) starts no workflow on GitHub. Only the schedule of the executor would find it.',
    message: () => 'Merges by bots are allowed, and no schedule of the executor is active to find them.',
    hint: () =>
      'Get .github/workflows/mergecast-execute.yml with its schedule onto the default branch, or switch auto-merge off in Settings > General.',
  }),
  'doctor/no-deploy-key': define({
    severity: 'block',
    explanation: 'The executor has nothing to write the journal by, so it carries out nothing.',
    message: () => 'There is no deploy key that may write.',
    hint: () =>
      'ssh-keygen -t ed25519 -N "" -f deploy -C mergecast, then Settings > Deploy keys > Add: deploy.pub with "Allow write access". The file deploy becomes the secret MERGECAST_DEPLOY_KEY; then delete both.',
  }),
  'doctor/several-deploy-keys': define<{ titles: readonly string[] }>({
    severity: 'warn',
    explanation: 'GitHub lets all deploy keys past a rule, or none: each of these can write the journal.',
    message: ({ titles }) => `Several deploy keys may write: ${titles.join(', ')}.`,
    hint: () =>
      'Settings > Deploy keys: remove those that nobody needs, or let them read only. Tools get Apps of their own.',
  }),
  'doctor/executor-here': define<{ path: string }>({
    severity: 'block',
    explanation:
      'On Gitea and Forgejo a pull request runs its own version of a workflow, with the secrets of the repository. The executor refuses to work in such a place.',
    message: ({ path }) => `${path} executes in the very repository that takes pull requests.`,
    hint: ({ path }) =>
      `Remove ${path} here. Put the folder .mergecast/executor into a second repository to which nobody proposes, or run \`mergecast run\` on a machine.`,
  }),
};
