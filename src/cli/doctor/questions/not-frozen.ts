import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const notFrozen: Question = {
  code: 'doctor/frozen',
  fine: () => 'Nothing is frozen.',
  ask: ({ local: { journal } }) => {
    if (journal.control.is === 'unknown') return { unknown: journal.control.why };
    if (journal.control.is === 'absent') return { unknown: 'The live journal has not begun.' };
    const scopes = journal.control.value.frozen;
    return scopes.length === 0 ? null : finding('doctor/frozen', { scopes });
  },
};
