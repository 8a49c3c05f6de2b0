import { blocks, type Finding } from '../core/finding.ts';
import { actionCatalogue, loadExecution, loadPolicy } from '../load/index.ts';
import { checkExecution, unchecked, type Surroundings } from './check-execution.ts';
import { findConflicts } from './find-conflicts.ts';
import { findDuplicateIds } from './find-duplicate-ids.ts';
import { findMixedChange } from './find-mixed-change.ts';
import { readBrands } from './read-brands.ts';
import { sortFindings } from './sort-findings.ts';
import type { CheckedExecution, CheckInput, CheckReport } from './types.ts';

/**
 * Everything that is wrong with some executions, all at once: each is loaded, planned, led through every gate and rule
 * and scored. Policy and brands come from what decides, never from what is proposed. Missing approvals are shown and do
 * not block.
 */
export async function checkExecutions(input: CheckInput): Promise<CheckReport> {
  const { folders, tree, registry } = input;
  const catalogue = actionCatalogue(registry);
  const [policy, loaded] = await Promise.all([
    loadPolicy(input.control),
    Promise.all(folders.map((folder) => loadExecution(tree, folder, catalogue))),
  ]);
  const around: Surroundings = { input, policy, brands: readBrands(input) };
  const known = loaded.flatMap((one) => (one.ok ? [one.value] : []));
  // The search of all manifests is another process: it runs beside the planning.
  const [duplicates, checked] = await Promise.all([
    findDuplicateIds(known, input),
    Promise.all(
      loaded.map(async (one, index) =>
        one.ok ? checkExecution(one.value, around) : unchecked({ path: folders[index] ?? '' }, one.error),
      ),
    ),
  ]);
  const executions = addNeighbours(checked, duplicates, findConflicts(checked, known));
  const findings = sortFindings([
    ...(policy.ok ? [] : policy.error),
    ...(await around.brands.warnings()),
    ...findMixedChange(input.changedPaths ?? [], folders),
  ]);
  return {
    version: 1,
    verdict: isBlocked(findings, executions) ? 'block' : 'pass',
    executions,
    findings,
    notes: input.notes ?? [],
    checkedAt: input.now,
  };
}

/** What can be seen only beside the others: an id that is used twice, a place on a platform that two want. */
function addNeighbours(
  checked: readonly CheckedExecution[],
  duplicates: ReadonlyMap<string, Finding>,
  conflicts: ReturnType<typeof findConflicts>,
): readonly CheckedExecution[] {
  return checked.map((one) => {
    const more = [duplicates.get(one.path) ?? [], conflicts.get(one.path) ?? []].flat();
    return more.length === 0 ? one : { ...one, findings: sortFindings([...one.findings, ...more]) };
  });
}

function isBlocked(findings: readonly Finding[], executions: readonly CheckedExecution[]): boolean {
  return [...findings, ...executions.flatMap((one) => one.findings)].some(blocks);
}
