import { finding, type Finding } from '../core/finding.ts';
import type { LoadedExecution } from '../load/types.ts';
import type { CheckInput } from './types.ts';

/** One id names one execution: a copied folder that keeps it would be taken for the original. By folder. */
export async function findDuplicateIds(
  executions: readonly LoadedExecution[],
  { foldersNaming, tree }: Pick<CheckInput, 'foldersNaming' | 'tree'>,
): Promise<ReadonlyMap<string, Finding>> {
  const ids = [...new Set(executions.map(({ manifest }) => manifest.id))];
  const named = ids.length === 0 ? [] : ((await foldersNaming?.(ids)) ?? []);
  const known = new Set(executions.map(({ folder }) => folder));
  const others = await Promise.all(
    named.filter((folder) => !known.has(folder)).map(async (folder) => ({ folder, id: await readId(tree, folder) })),
  );
  const all = [...executions.map(({ folder, manifest }) => ({ folder, id: manifest.id })), ...others];
  return new Map(
    executions.flatMap((execution): [string, Finding][] => {
      const { id } = execution.manifest;
      const twins = all.filter((one) => one.id === id && one.folder !== execution.folder).map(({ folder }) => folder);
      if (twins.length === 0) return [];
      const parameters = { id, others: twins.toSorted() };
      return [[execution.folder, finding('manifest/duplicate-id', parameters, execution.place('/id'))]];
    }),
  );
}

/** The id of a manifest that is not checked itself, and so may have any errors. */
async function readId(tree: CheckInput['tree'], folder: string): Promise<string | undefined> {
  const bytes = await tree.read(`${folder}/execution.yaml`, 256 * 1024);
  const text = bytes === null ? '' : new TextDecoder().decode(bytes);
  return /^id: *["']?([0-7][0-9A-HJKMNP-TV-Z]{25})\b/m.exec(text)?.[1];
}
