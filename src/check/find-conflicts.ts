import { finding, type Finding } from '../core/finding.ts';
import type { LoadedExecution } from '../load/types.ts';
import type { CheckedExecution } from './types.ts';

/** Where a step puts something that has a name of its own, such as the slug of a page. */
interface Slot {
  readonly key: string;
  readonly slug: string;
  readonly folder: string;
  readonly step: string;
}

/** Executions that want the same place of the same platform: the later one would overwrite or be renamed. By folder. */
export function findConflicts(
  checked: readonly CheckedExecution[],
  loaded: readonly LoadedExecution[],
): ReadonlyMap<string, readonly Finding[]> {
  const open = new Set(checked.filter(({ finished }) => finished !== true).map(({ path }) => path));
  const slots = loaded.filter(({ folder }) => open.has(folder)).flatMap(slotsOf);
  const byKey = new Map<string, Slot[]>();
  for (const slot of slots) byKey.set(slot.key, [...(byKey.get(slot.key) ?? []), slot]);
  const found = new Map<string, Finding[]>();
  for (const execution of loaded)
    for (const slot of slotsOf(execution)) {
      const others = (byKey.get(slot.key) ?? []).filter(({ folder }) => folder !== execution.folder);
      if (others.length === 0 || !open.has(execution.folder)) continue;
      const parameters = { slug: slot.slug, others: [...new Set(others.map(({ folder }) => folder))].toSorted() };
      const place = execution.place(`/steps/${slot.step}/with/slug`);
      found.set(execution.folder, [
        ...(found.get(execution.folder) ?? []),
        finding('plan/conflict', parameters, place),
      ]);
    }
  return found;
}

function slotsOf({ folder, manifest, steps }: LoadedExecution): Slot[] {
  return steps.flatMap(({ id, uses, connection, input }) => {
    const slug = typeof input === 'object' && input !== null && 'slug' in input ? input.slug : undefined;
    if (typeof slug !== 'string') return [];
    return [{ key: [manifest.brand, connection, uses, slug].join('\0'), slug, folder, step: id }];
  });
}
