import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const workflowsActive: Question = {
  code: 'doctor/workflow-disabled',
  page: 'runs',
  fine: () => 'The workflows are switched on.',
  ask: (facts) =>
    whenKnown(facts, ({ workflows }) => workflows, (workflows) => {
      const expected = facts.local.workflows.filter(({ path }) => !path.startsWith('.mergecast/'));
      for (const { path } of expected) {
        const known = workflows.find((one) => one.path === path || path.endsWith(`/${one.path}`));
        if (known?.state !== 'active')
          return finding('doctor/workflow-disabled', { path, isIdle: known?.state === 'disabled-inactivity' });
      }
      return null;
    }), // prettier-ignore
};
