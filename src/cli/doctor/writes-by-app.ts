import { meansBranch } from './covers-branch.ts';
import { journalBranches } from './journal-branches.ts';
import type { DoctorFacts } from './types.ts';

/** Whether an App writes the journal, so that no deploy key has to. */
export function writesByApp({ remote }: DoctorFacts): boolean {
  if (remote?.rules.is !== 'known') return false;
  return remote.rules.value.some(
    (rule) =>
      rule.active &&
      rule.restrictsUpdates &&
      journalBranches.some((branch) => meansBranch(rule, branch)) &&
      rule.bypass?.length === 1 &&
      rule.bypass[0]?.startsWith('app:') === true,
  );
}
