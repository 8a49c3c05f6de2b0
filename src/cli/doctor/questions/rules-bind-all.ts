import { finding } from '../../../core/finding.ts';
import { ofDefaultBranch } from '../branch-rules.ts';
import type { Question } from '../types.ts';
import { whoIs } from '../who-is.ts';

export const rulesBindAll: Question = {
  code: 'doctor/rules-bypassed',
  page: 'rules',
  fine: ({ local }) => `The rules of ${local.defaultBranch} hold for everybody, administrators included.`,
  ask: (facts) =>
    ofDefaultBranch(facts, ({ rules, on }) => {
      const reviewing = rules.filter((rule) => rule.requiresPullRequest);
      if (reviewing.length === 0)
        return { unknown: 'No rule asks for a pull request, so there is nothing to get past.' };
      if (reviewing.some(({ bypass }) => bypass?.length === 0)) return null;
      const seen = reviewing.flatMap(({ bypass }) => bypass ?? []);
      if (seen.length === 0) return { unknown: hidden };
      return finding('doctor/rules-bypassed', { ...on, who: [...new Set(seen)].map(whoIs) });
    }),
};

const hidden = 'Who may get past a rule is shown to administrators only: give the token of one, with the permission "administration: read and write".'; // prettier-ignore
