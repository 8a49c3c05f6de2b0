import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import type { Question } from '../types.ts';

export const ownersAsked: Question = {
  code: 'doctor/owners-not-asked',
  page: 'rules',
  fine: () => 'The owners of the rules are asked before a change to them.',
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules, on }) =>
      rules.some((rule) => rule.requiresCodeOwners) ? null : finding('doctor/owners-not-asked', on),
    ),
};
