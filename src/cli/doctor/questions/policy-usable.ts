import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const policyUsable: Question = {
  code: 'doctor/policy-unusable',
  fine: ({ local }) => `The rules on ${local.defaultBranch} can be read.`,
  ask: ({ local: { policy, defaultBranch: branch } }) =>
    policy.ok ? null : finding('doctor/policy-unusable', { branch, why: policy.error[0]?.message ?? '' }),
};
