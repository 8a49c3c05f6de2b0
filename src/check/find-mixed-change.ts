import { finding, type Finding } from '../core/finding.ts';
import { isControlPlane, isEvidence } from '../core/is-control-plane.ts';

/** Nobody changes the judge and the case at once. Evidence may come along with the execution that relies on it. */
export function findMixedChange(changedPaths: readonly string[], folders: readonly string[]): readonly Finding[] {
  const judges = changedPaths.filter((path) => isControlPlane(path) && !isEvidence(path)).toSorted();
  const [file] = judges;
  const touchesExecution = changedPaths.some((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  if (file === undefined || !touchesExecution) return [];
  return [finding('control-plane/mixed', { paths: judges }, { file })];
}
