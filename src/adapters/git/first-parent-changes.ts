import type { FirstParentChange } from '../../core/ports.ts';
import { gitFields } from './run-git.ts';

/**
 * What each commit of the first-parent line between two commits changed against its first parent, oldest first; one
 * process, whatever their number.
 */
export async function firstParentChanges(
  directory: string,
  stop: string,
  tip: string,
): Promise<readonly FirstParentChange[]> {
  const fields = await gitFields(
    ['log', '-z', '--first-parent', '-m', '--reverse', '--no-renames', '--format=%x01%H', '--name-only',
      '--end-of-options', tip, `^${stop}`],
    { directory },
  ); // prettier-ignore
  if (fields === null) throw new Error(`history of ${tip} could not be read`);
  const changes: { commit: string; paths: string[] }[] = [];
  for (const field of fields.map((one) => one.replace(/^\n/, ''))) {
    if (field.startsWith('\u0001')) changes.push({ commit: field.slice(1).trim(), paths: [] });
    else if (field !== '') changes.at(-1)?.paths.push(field);
  }
  return changes;
}
