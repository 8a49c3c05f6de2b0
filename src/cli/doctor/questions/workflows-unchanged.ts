import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const workflowsUnchanged: Question = {
  code: 'doctor/workflow-changed',
  fine: () => 'The workflows are as `init` writes them.',
  ask: ({ local, remote }) => {
    const changed = local.workflows.filter(({ actual, expected }) => actual !== null && plain(actual) !== plain(expected)); // prettier-ignore
    if (remote === null || changed.length === 0) return null;
    return finding('doctor/workflow-changed', { paths: changed.map(({ path }) => path) });
  },
};

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}
