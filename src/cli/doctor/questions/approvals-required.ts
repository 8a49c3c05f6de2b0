import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import type { Question } from '../types.ts';

export const approvalsRequired: Question = {
  code: 'doctor/no-approvals',
  page: 'rules',
  fine: () => 'A pull request needs an approval before it can be merged.',
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules, on }) =>
      rules.some((rule) => rule.approvals >= 1) ? null : finding('doctor/no-approvals', on),
    ),
};
