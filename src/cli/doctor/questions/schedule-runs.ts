import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

/** GitHub leaves out runs at busy times; a day without one is no chance any more. */
const patience = 24 * 60 * 60 * 1000;

export const scheduleRuns: Question = {
  code: 'doctor/schedule-silent',
  page: 'runs',
  on: 'github',
  fine: () => 'The executor looks regularly for what is due.',
  ask: (facts) =>
    whenKnown(facts, ({ lastRun }) => lastRun, (last) => {
      const age = last === null ? Infinity : facts.now.getTime() - Date.parse(last);
      return age <= patience ? null : finding('doctor/schedule-silent', { since: last?.slice(0, 10) ?? null });
    }), // prettier-ignore
};
