import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import { isOurCheck } from '../is-our-check.ts';
import type { Question } from '../types.ts';

export const checkBound: Question = {
  code: 'doctor/check-unbound',
  page: 'rules',
  on: 'github',
  fine: () => 'The required check is taken from GitHub Actions alone.',
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules }) => {
      const ours = rules.flatMap((rule) => rule.requiredChecks.filter(({ name }) => isOurCheck(name)));
      const [loose] = ours.filter(({ app }) => app === null || app < 0);
      if (ours.length === 0) return { unknown: 'The check is not required, so nothing says whose it must be.' };
      const isBound = loose === undefined || ours.some(({ app, name }) => name === loose.name && (app ?? -1) > 0);
      return isBound ? null : finding('doctor/check-unbound', { check: loose.name });
    }),
};
