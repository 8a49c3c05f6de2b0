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
    whenKnown(facts, ({ rules }) => rules, (rules, { kind }) => {
      const closing = rules.filter(isClosing);
      if (closing.length === 0) return { unknown: 'No rule closes the journal, so everybody may write it.' };
      // Each of several rules has to let somebody past; who gets past all of them can write.
      if (closing.some(({ bypass }) => bypass === null)) return { unknown: hidden };
      const [first = [], ...others] = closing.map(({ bypass }) => bypass ?? []);
      const who = first.filter((one) => others.every((list) => list.includes(one)));
      return isExecutorAlone(who, kind) ? null : finding('doctor/journal-writers', { forge: kind, who: who.map(whoIs) });
    }), // prettier-ignore
};

const hidden = 'Who may get past a rule is shown to administrators only: give the token of one, with the permission "administration: read and write".'; // prettier-ignore

function isClosing(rule: BranchRule): boolean {
  return rule.active && rule.restrictsUpdates && journalBranches.some((branch) => meansBranch(rule, branch));
}

/** On GitHub deploy keys or one App; on Gitea one account, or deploy keys. Roles and teams are more than one. */
function isExecutorAlone(who: readonly string[], kind: ForgeKind): boolean {
  const [only] = who;
  if (who.length !== 1 || only === undefined) return false;
  if (only === 'deploy-key') return true;
  return kind === 'github' ? only.startsWith('app:') : !only.startsWith('team:');
}
