import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const botsApproveNothing: Question = {
  code: 'doctor/bots-approve',
  page: 'actions',
  on: 'github',
  fine: () => 'Workflows cannot approve pull requests.',
  ask: (facts) =>
    whenKnown(facts, ({ actions }) => actions, ({ canApprovePullRequests }) =>
      canApprovePullRequests ? finding('doctor/bots-approve', {}) : null,
    ), // prettier-ignore
};
