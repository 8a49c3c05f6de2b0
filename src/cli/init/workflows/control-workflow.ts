import type { ControlOptions } from './workflow-options.ts';
import { actionReference, checkout, secretLines } from './workflow-parts.ts';

/**
 * The executor on Gitea and Forgejo, for a second repository ("control"): there a pull request's workflow sees the
 * secrets of its own repository, so they live in one to which nobody proposes. Without `timeout-minutes`, which Gitea
 * hands to its runners as a text that act refuses (seen with 1.26 and act 0.2.89).
 */
export function controlWorkflow(options: ControlOptions): string {
  const url = new URL(options.executionsOf);
  const path = url.pathname.replace(/^\/|\/$|\.git$/g, '');
  const [owner, name] = path.split('/').slice(-2);
  return `# Executes everything on ${options.defaultBranch} of ${options.executionsOf} that is approved, due and not yet executed.
# This is a repository of its own because pull requests see the secrets of theirs. Only those who run the executor may
# write here, and it takes no pull requests.
#   MERGECAST_JOURNAL_KEY  signs the journal
#   MERGECAST_FORGE_TOKEN  of a bot account: reads reviews, writes comments and issues there, and pushes to "mergecast/**",
#                          where a branch protection lets it write and nobody else
name: mergecast execute
on:
  schedule:
    - cron: "*/5 * * * *"
  workflow_dispatch:
    inputs:
      shard:
        description: Work on one of several parts only, written as I/N. All parts by default.
        type: string
        default: ""
permissions: {}
# Each run has a group of its own: none is dropped for a newer one. The journal lets exactly one of them carry out a step.
concurrency:
  group: mergecast-execute-\${{ github.run_id }}
  cancel-in-progress: false
jobs:
${job(options, { id: 'execute', head: '', inputs: 'shard: ${{ inputs.shard }}', repository: `${owner ?? ''}/${name ?? ''}` })}
  # If the first job was killed or lost its machine, this one takes up what it began.
${job(options, { id: 'recover', head: '    needs: execute\n    if: always()\n', inputs: 'once: "true"', repository: `${owner ?? ''}/${name ?? ''}` })}`;
}

interface Job {
  readonly id: string;
  readonly head: string;
  readonly inputs: string;
  readonly repository: string;
}

function job(options: ControlOptions, { id, head, inputs, repository }: Job): string {
  const forge = JSON.stringify(`gitea:${options.executionsOf}`);
  const secrets = secretLines(options.secrets, '          ').replaceAll(
    'MERGECAST_DEPLOY_KEY',
    'MERGECAST_FORGE_TOKEN',
  );
  return `  ${id}:
    name: ${id}
${head}    runs-on: ubuntu-latest
    permissions:
      contents: read # this repository
    steps:
      - name: Check out the actions
        uses: ${checkout}
        with:
          persist-credentials: false
      - name: Check out ${options.defaultBranch} of ${repository}
        uses: ${checkout}
        with:
          repository: ${JSON.stringify(repository)}
          ref: ${JSON.stringify(options.defaultBranch)}
          token: \${{ secrets.MERGECAST_FORGE_TOKEN }}
          path: executions-repository
          fetch-depth: 0
          persist-credentials: false
      - name: ${id === 'execute' ? 'Execute what is approved and due' : 'Bring to an end what was begun'}
        uses: ${actionReference(options.actions, 'execute')}
        with:
          forge: ${forge}
          repo: executions-repository
          ${inputs}
        env:
${secrets}
`;
}
