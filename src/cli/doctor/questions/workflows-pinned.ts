import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const workflowsPinned: Question = {
  code: 'doctor/workflow-unpinned',
  fine: () => 'All code that the workflows use is pinned.',
  ask: ({ local }) => {
    const uses = local.workflows.flatMap(({ actual }) => usedBy(actual ?? ''));
    const loose = [...new Set(uses.filter((one) => !one.startsWith('./') && !/@[0-9a-f]{40}$/.test(one)))];
    return loose.length === 0 ? null : finding('doctor/workflow-unpinned', { uses: loose });
  },
};

function usedBy(workflow: string): readonly string[] {
  return [...workflow.matchAll(/^\s*(?:-\s+)?uses:\s*["']?([^\s"'#]+)/gm)].map((match) => match[1] ?? '');
}
