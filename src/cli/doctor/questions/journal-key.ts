import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const journalKey: Question = {
  code: 'doctor/no-journal-key',
  fine: () => 'The key of the live journal is on this machine.',
  ask: ({ local: { journal } }) =>
    journal.hasKey ? null : finding('doctor/no-journal-key', { folder: journal.keyFolder }),
};
