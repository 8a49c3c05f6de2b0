import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const notArchived: Question = {
  code: 'doctor/archived',
  page: 'general',
  fine: () => 'The repository is in use, not archived.',
  ask: (facts) =>
    whenKnown(facts, (remote) => remote.repository, ({ archived }) => (archived ? finding('doctor/archived', {}) : null)), // prettier-ignore
};
