import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const trustedBase: Question = {
  code: 'doctor/base-lost',
  fine: ({ local }) => `${local.defaultBranch} descends from what the journal trusts.`,
  ask: ({ local: { journal, defaultBranch: branch } }) => {
    if (journal.control.is === 'unknown') return { unknown: journal.control.why };
    if (journal.control.is === 'absent') return { unknown: 'The live journal has not begun.' };
    const { base, isDescended } = journal.control.value;
    return isDescended ? null : finding('doctor/base-lost', { base: base.slice(0, 10), branch });
  },
};
