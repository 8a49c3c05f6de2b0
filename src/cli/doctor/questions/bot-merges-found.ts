import { finding } from '../../../core/finding.ts';
import type { DoctorFacts, Question, Verdict } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const botMergesFound: Question = {
  code: 'doctor/auto-merge',
  page: 'general',
  on: 'github',
  fine: () => 'Merges that a bot makes are found, too.',
  ask: (facts) => {
    const executor = facts.local.workflows.find(({ path }) => path.endsWith('mergecast-execute.yml'));
    const isPlanned = /^\s*schedule:/m.test(executor?.actual ?? '');
    return whenKnown(
      facts,
      ({ workflows }) => workflows,
      (workflows) => {
        const isActive = workflows.some(({ path, state }) => path === executor?.path && state === 'active');
        return isPlanned && isActive ? null : ofAutoMerge(facts);
      },
    );
  },
};

/** Without a schedule it depends on whether bots merge at all. */
function ofAutoMerge(facts: DoctorFacts): Verdict {
  return whenKnown(facts, ({ repository }) => repository, ({ autoMerge }) => {
      if (autoMerge === null) return { unknown: 'Whether auto-merge is on is shown to who may write: give a token with the permission "contents: write".' }; // prettier-ignore
      return autoMerge ? finding('doctor/auto-merge', {}) : null;
    }); // prettier-ignore
}
