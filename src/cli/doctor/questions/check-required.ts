import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import { isOurCheck } from '../is-our-check.ts';
import { requiredCheck } from '../../init/forge/github-rulesets.ts';
import { checkName } from '../../forge/publish-check.ts';
import type { Question } from '../types.ts';

export const checkRequired: Question = {
  code: 'doctor/check-not-required',
  page: 'rules',
  fine: () => 'A pull request needs the check of mergecast before it can be merged.',
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules, on }) => {
      const isThere = rules.some((rule) => rule.requiredChecks.some(({ name }) => isOurCheck(name)));
      const check = on.forge === 'github' ? requiredCheck : checkName;
      return isThere ? null : finding('doctor/check-not-required', { ...on, check });
    }),
};
