import type { NewFile } from '../../../adapters/files/write-new-files.ts';
import { checkWorkflow } from './check-workflow.ts';
import { controlWorkflow } from './control-workflow.ts';
import { executeWorkflow } from './execute-workflow.ts';
import type { ControlOptions, WorkflowOptions } from './workflow-options.ts';

export type { ActionSource, ControlOptions, WorkflowOptions } from './workflow-options.ts';

/**
 * Workflows of a repository of executions, with what each is for. On Gitea and Forgejo there is no executor among them:
 * pull requests would see its secrets; see `controlRepositoryFiles`. Pure.
 */
export function workflowFiles(options: WorkflowOptions): readonly NewFile[] {
  const isGithub = options.forge === 'github';
  const folder = isGithub ? '.github/workflows' : '.gitea/workflows';
  const check = {
    path: `${folder}/mergecast-check.yml`,
    content: checkWorkflow(options),
    why: 'checks each pull request and shows the checklist on it; holds no secret',
  };
  if (!isGithub) return [check];
  const execute = {
    path: `${folder}/mergecast-execute.yml`,
    content: executeWorkflow(options),
    why: `executes what is approved and due; its secrets go into the environment "${options.environment}"`,
  };
  return [check, execute];
}

/** Files of the second repository that executes on Gitea and Forgejo. Pure. */
export function controlRepositoryFiles(options: ControlOptions): readonly NewFile[] {
  return [
    {
      path: '.gitea/workflows/mergecast-execute.yml',
      content: controlWorkflow(options),
      why: 'executes what is approved and due in the repository of the executions; its secrets are those of this one',
    },
  ];
}
