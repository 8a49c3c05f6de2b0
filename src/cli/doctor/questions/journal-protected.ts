import { finding } from '../../../core/finding.ts';
import { coversBranch, meansBranch } from '../covers-branch.ts';
import { journalBranches, shownBranch } from '../journal-branches.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const journalProtected: Question = {
  code: 'doctor/journal-unprotected',
  page: 'rules',
  fine: () => 'Not everybody can write the journal (mergecast/**).',
  ask: (facts) =>
    whenKnown(facts, ({ rules }) => rules, (rules, { kind }) => {
      const closing = rules.filter((rule) => rule.active && rule.restrictsUpdates);
      const open = journalBranches.filter((branch) => !closing.some((rule) => coversBranch(rule, branch, kind) || meansBranch(rule, branch))); // prettier-ignore
      return open.length === 0
        ? null
        : finding('doctor/journal-unprotected', { forge: kind, branches: open.map(shownBranch) });
    }), // prettier-ignore
};
