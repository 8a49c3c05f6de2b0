import { finding } from '../../../core/finding.ts';
import type { BranchRule, ForgeKind } from '../../../core/forge.ts';
import { meansBranch } from '../covers-branch.ts';
import { journalBranches } from '../journal-branches.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';
import { whoIs } from '../who-is.ts';

export const journalWriter: Question = {
  code: 'doctor/journal-writers',
  page: 'rules',
  fine: () => 'The executor is the only one that writes the journal.',
  ask: (facts) =>
    whenKnown(
      facts,
      (remote) => remote.rules,
      (rules, { kind }) => {
        const closing = rules.filter((rule) => rule.active && rule.restrictsUpdates);
        const closed = journalBranches.filter((branch) => closing.some((rule) => meansBranch(rule, branch)));
        if (closed.length === 0) return { unknown: 'No rule closes the journal, so everybody may write it.' };
        const writers = closed.map((branch) => writersOf(closing.filter((rule) => meansBranch(rule, branch))));
        if (writers.includes(null)) return { unknown: hidden };
        // Every branch must have one, and all of them the same.
        const who = [...new Set(writers.flatMap((list) => list ?? []))];
        const isFine = isExecutorAlone(who, kind) && writers.every((list) => list?.length === 1);
        return isFine ? null : finding('doctor/journal-writers', { forge: kind, who: who.map(whoIs) });
      },
    ),
};

const hidden = 'Who may get past a rule is shown to administrators only: give the token of one, with the permission "administration: read and write".'; // prettier-ignore

/** Who gets past all rules of a branch; null where one of them does not say. */
function writersOf(rules: readonly BranchRule[]): readonly string[] | null {
  if (rules.some(({ bypass }) => bypass === null)) return null;
  const [first = [], ...others] = rules.map(({ bypass }) => bypass ?? []);
  return first.filter((one) => others.every((list) => list.includes(one)));
}

/** On GitHub deploy keys or one App; on Gitea one account, or deploy keys. Roles and teams are more than one. */
function isExecutorAlone(who: readonly string[], kind: ForgeKind): boolean {
  const [only] = who;
  if (who.length !== 1 || only === undefined) return false;
  if (only === 'deploy-key') return true;
  return kind === 'github' ? only.startsWith('app:') : !only.startsWith('team:');
}
