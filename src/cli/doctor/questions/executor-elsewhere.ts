import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const executorElsewhere: Question = {
  code: 'doctor/executor-here',
  on: 'gitea',
  fine: () => 'The executor and its secrets are not in the repository that takes pull requests.',
  ask: ({ local: { executors } }) => {
    const [path] = executors;
    return path === undefined ? null : finding('doctor/executor-here', { path });
  },
};
