import { finding } from '../../../core/finding.ts';
import type { DoctorFacts, Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const botMergesFound: Question = {
  code: 'doctor/auto-merge',
  page: 'general',
  on: 'github',
  fine: () => 'Merges that a bot makes are found, too.',
  ask: (facts) => {
    if (hasSchedule(facts)) return null;
    return whenKnown(facts, ({ repository }) => repository, ({ autoMerge }) => {
      if (autoMerge === null) return { unknown: 'Whether auto-merge is on is shown to who may write: give a token with the permission "contents: write".' }; // prettier-ignore
      return autoMerge ? finding('doctor/auto-merge', {}) : null;
    }); // prettier-ignore
  },
};

/** The executor has a schedule on the default branch, and the forge does not say that it is off. */
function hasSchedule({ local, remote }: DoctorFacts): boolean {
  const executor = local.workflows.find(({ path }) => path.endsWith('mergecast-execute.yml'));
  if (!/^\s*schedule:/m.test(executor?.actual ?? '')) return false;
  if (remote?.workflows.is !== 'known') return true;
  return remote.workflows.value.some(({ path, state }) => path === executor?.path && state === 'active');
}
