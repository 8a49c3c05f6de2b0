import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import type { Question } from '../types.ts';

export const lastPushApproved: Question = {
  code: 'doctor/last-push',
  page: 'rules',
  on: 'github',
  fine: () => 'The last change is approved by somebody else than who made it.',
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules, on }) =>
      rules.some((rule) => rule.requiresLastPushApproval) ? null : finding('doctor/last-push', on),
    ),
};
