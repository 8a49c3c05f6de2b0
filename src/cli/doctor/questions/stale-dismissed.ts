import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import type { Question } from '../types.ts';

export const staleDismissed: Question = {
  code: 'doctor/stale-approvals',
  page: 'rules',
  fine: () => 'A change takes earlier approvals away.',
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules, on }) =>
      rules.some((rule) => rule.dismissesStale) ? null : finding('doctor/stale-approvals', on),
    ),
};
