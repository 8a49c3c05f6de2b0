import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const journalBegun: Question = {
  code: 'doctor/journal-not-begun',
  fine: () => 'The live journal has begun.',
  ask: ({ local: { journal, defaultBranch: branch } }) => {
    if (journal.begun.is === 'unknown') return { unknown: journal.begun.why };
    const isBegun = journal.begun.is === 'known' && journal.begun.value;
    return isBegun ? null : finding('doctor/journal-not-begun', { branch });
  },
};
