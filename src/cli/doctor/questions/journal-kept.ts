import { finding } from '../../../core/finding.ts';
import type { BranchRule } from '../../../core/forge.ts';
import { meansBranch } from '../covers-branch.ts';
import { journalBranches } from '../journal-branches.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const journalKept: Question = {
  code: 'doctor/journal-rewritable',
  page: 'rules',
  fine: () => 'Nobody can rewrite or delete the journal.',
  ask: (facts) =>
    whenKnown(facts, ({ rules }) => rules, (rules, { kind }) => {
      const active = rules.filter((rule) => rule.active);
      const find = (among: readonly BranchRule[]): string[] => [
        ...(isForbidden(among, (rule) => rule.forbidsForcePush) ? [] : ['rewritten (force push)']),
        ...(isForbidden(among, (rule) => rule.forbidsDeletion) ? [] : ['deleted']),
      ];
      const open = find(active);
      if (open.length > 0) return finding('doctor/journal-rewritable', { forge: kind, how: open, byExecutorOnly: false });
      // Gitea takes no force push from anybody; on GitHub who gets past a rule gets past all of it.
      const byKey = kind === 'gitea' ? [] : find(active.filter(({ bypass }) => bypass === null || bypass.length === 0));
      if (byKey.length === 0) return null;
      return finding('doctor/journal-rewritable', { forge: kind, how: byKey, byExecutorOnly: true }, {}, 'warn');
    }), // prettier-ignore
};

function isForbidden(rules: readonly BranchRule[], forbids: (rule: BranchRule) => boolean): boolean {
  return journalBranches.every((branch) => rules.some((rule) => forbids(rule) && meansBranch(rule, branch)));
}
