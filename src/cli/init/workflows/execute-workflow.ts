import type { WorkflowOptions } from './workflow-options.ts';
import { actionReference, branchFilter, checkout, secretLines } from './workflow-parts.ts';

/** The executor on GitHub: the only workflow that sees secrets, and it runs the default branch only. */
export function executeWorkflow(options: WorkflowOptions): string {
  return `# Executes everything on the default branch that is approved, due and not yet executed, whatever started this. It believes
# no event: what is approved is read from reviews, commits and the policy, right before each step.
#
# Its secrets belong into the environment "${options.environment}" (Settings > Environments), with "Selected branches and tags"
# set to ${options.defaultBranch} exactly and without administrators' bypass: then no workflow on another branch can read them.
#   MERGECAST_JOURNAL_KEY  signs the journal
#   MERGECAST_DEPLOY_KEY   a deploy key with write access. A ruleset on "mergecast/**" lets it write there and nobody else;
#                          the ruleset of ${options.defaultBranch} does not list it. The job's own token may write no contents.
# No caches and no artifacts: what another workflow can fill must not reach a job that holds secrets.
name: mergecast execute
on:
  push:
    branches: [${branchFilter(options.defaultBranch)}]
  # For what is due later, and for events that were lost. GitHub may be late or leave one out: nothing is lost by that.
  schedule:
    - cron: "7,22,37,52 * * * *"
  workflow_dispatch:
    inputs:
      shard:
        description: Work on one of several parts only, written as I/N. All parts by default.
        type: string
        default: ""
permissions: {}
# Each run has a group of its own. In a shared one GitHub would drop a waiting run for a newer one. Runs may overlap: the
# journal lets exactly one of them carry out a step.
concurrency:
  group: mergecast-execute-\${{ github.run_id }}
  cancel-in-progress: false
jobs:
${job(options, { id: 'execute', name: 'execute', head: '', what: 'Execute what is approved and due', inputs: 'shard: ${{ inputs.shard }}' })}
  # If the first job was killed, lost its machine or was cancelled, this one takes up what it began.
${job(options, { id: 'recover', name: 'recover', head: '    needs: execute\n', what: 'Bring to an end what was begun', inputs: 'once: "true"' })}`;
}

interface Job {
  readonly id: string;
  readonly name: string;
  readonly head: string;
  readonly what: string;
  readonly inputs: string;
}

function job(options: WorkflowOptions, { id, name, head, what, inputs }: Job): string {
  return `  ${id}:
    name: ${name}
${head}${condition(options.onlyIf, id)}    runs-on: ubuntu-latest
    timeout-minutes: 30
    environment: ${JSON.stringify(options.environment)}
    permissions:
      contents: read # the default branch and the journal
      pull-requests: write # reviews are read; results and follow-ups are written
      issues: write # a question that only a person can answer, a push that nobody reviewed
    steps:
      - name: Check out ${options.defaultBranch}
        uses: ${checkout}
        with:
          ref: ${JSON.stringify(options.defaultBranch)}
          fetch-depth: 0
          persist-credentials: false
      - name: ${what}
        uses: ${actionReference(options.actions, 'execute')}
        with:
          ${inputs}
        env:
${secretLines(options.secrets, '          ')}
`;
}

function condition(onlyIf: string | undefined, id: string): string {
  const parts = [...(id === 'recover' ? ['always()'] : []), ...(onlyIf === undefined ? [] : [onlyIf])];
  return parts.length === 0 ? '' : `    if: ${parts.join(' && ')}\n`;
}
