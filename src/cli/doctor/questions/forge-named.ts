import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const forgeNamed: Question = {
  code: 'doctor/no-forge',
  fine: ({ remote }) => `Pull requests are reviewed at ${remote?.url ?? ''}.`,
  ask: ({ remote }) => (remote === null ? finding('doctor/no-forge', {}) : null),
};
