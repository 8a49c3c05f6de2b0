import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import type { Question } from '../types.ts';

export const branchKept: Question = {
  code: 'doctor/branch-rewritable',
  page: 'rules',
  fine: ({ local }) => `Nobody can rewrite or delete ${local.defaultBranch}.`,
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules, on }) => {
      const how = [
        ...(rules.some((rule) => rule.forbidsForcePush) ? [] : ['rewritten (force push)']),
        ...(rules.some((rule) => rule.forbidsDeletion) ? [] : ['deleted']),
      ];
      return how.length === 0 ? null : finding('doctor/branch-rewritable', { ...on, how });
    }),
};
