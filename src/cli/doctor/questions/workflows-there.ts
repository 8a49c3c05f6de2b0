import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const workflowsThere: Question = {
  code: 'doctor/workflow-missing',
  fine: ({ local }) => `The workflows are on ${local.defaultBranch}.`,
  ask: ({ local, remote }) => {
    const paths = local.workflows.filter(({ actual }) => actual === null).map(({ path }) => path);
    if (remote === null || paths.length === 0) return null;
    return finding('doctor/workflow-missing', { paths, branch: local.defaultBranch });
  },
};
