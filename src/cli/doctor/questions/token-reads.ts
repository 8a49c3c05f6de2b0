import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const tokenReads: Question = {
  code: 'doctor/token-writes',
  page: 'actions',
  on: 'github',
  fine: () => 'The automatic token of workflows only reads by default.',
  ask: (facts) =>
    whenKnown(facts, ({ actions }) => actions, ({ defaultToken }) =>
      defaultToken === 'read' ? null : finding('doctor/token-writes', {}),
    ), // prettier-ignore
};
