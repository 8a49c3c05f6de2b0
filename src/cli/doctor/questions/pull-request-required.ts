import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import type { Question } from '../types.ts';

export const pullRequestRequired: Question = {
  code: 'doctor/no-pull-request',
  page: 'rules',
  fine: ({ local }) => `${local.defaultBranch} changes by pull requests only.`,
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules, on }) =>
      rules.some((rule) => rule.requiresPullRequest) ? null : finding('doctor/no-pull-request', on),
    ),
};
