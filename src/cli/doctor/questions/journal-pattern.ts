import { finding } from '../../../core/finding.ts';
import { coversBranch, meansBranch } from '../covers-branch.ts';
import { journalBranches, shownBranch } from '../journal-branches.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const journalPattern: Question = {
  code: 'doctor/journal-pattern',
  page: 'rules',
  on: 'github',
  fine: () => 'The rules of the journal reach all of its branches.',
  ask: (facts) =>
    whenKnown(facts, ({ rules }) => rules, (rules, { kind }) => {
      const closing = rules.filter((rule) => rule.active && rule.restrictsUpdates);
      const doubtful = journalBranches.filter((branch) => !closing.some((rule) => coversBranch(rule, branch, kind)));
      const meant = closing.find((rule) => doubtful.some((branch) => meansBranch(rule, branch)));
      if (meant === undefined) return null;
      const branches = doubtful.filter((branch) => meansBranch(meant, branch)).map(shownBranch);
      return finding('doctor/journal-pattern', { pattern: meant.branches.join(', '), branches });
    }), // prettier-ignore
};
