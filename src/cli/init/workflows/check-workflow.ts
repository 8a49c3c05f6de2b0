import type { WorkflowOptions } from './workflow-options.ts';
import { actionReference, checkout } from './workflow-parts.ts';

/** The check of every pull request. It holds no secret, so it may run on whatever anybody proposes. */
export function checkWorkflow({
  forge,
  actions,
  defaultBranch,
}: Pick<WorkflowOptions, 'forge' | 'actions' | 'defaultBranch'>): string {
  const isGithub = forge === 'github';
  return `# Checks what a pull request proposes and shows the checklist on it. No secret is used here. The default branch is
# checked out; base and head are read from git alone, and nothing of the head is installed or run.
${isGithub ? '# From a fork the token may only read: then the checklist stands in the summary of the job, and the job passes or fails.\n' : "# The file that runs is the pull request's own. It can be changed there, so no secret may be in this repository; the\n# executor lives elsewhere and believes nothing that is said here.\n"}name: mergecast check
on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review, edited]
  # A review changes whose approval is missing.
  pull_request_review:
    types: [submitted, edited, dismissed]
${isGithub ? '  merge_group:\n' : ''}permissions: {}
# Of one pull request only the newest state matters.
concurrency:
  group: mergecast-check-\${{ github.event.pull_request.number || github.run_id }}
  cancel-in-progress: true
jobs:
  check:
    name: mergecast check
    runs-on: ubuntu-latest
${isGithub ? '    timeout-minutes: 10\n' : ''}    permissions:
      contents: read # base and head, by git
      pull-requests: write # comment, labels, requests for review
${isGithub ? '      checks: write # the check beside the commit, with its lines\n' : '      statuses: write # the status beside the commit\n'}    steps:
      - name: Check out ${defaultBranch}
        uses: ${checkout}
        with:
          ref: \${{ github.event.repository.default_branch }}
          persist-credentials: false
      - name: Check
        uses: ${actionReference(actions, 'check')}
`;
}
