import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const notFrozen: Question = {
  code: 'doctor/frozen',
  fine: () => 'Nothing is frozen.',
  ask: ({ local: { journal } }) => {
    if (journal.control?.is !== 'known') return { unknown: 'The journal could not be read on this machine.' };
    const scopes = journal.control.value.frozen;
    return scopes.length === 0 ? null : finding('doctor/frozen', { scopes });
  },
};
