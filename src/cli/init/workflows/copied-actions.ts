import { packageFolder } from '../../../adapters/files/package-folder.ts';
import { listFiles, readBytes } from '../../../adapters/files/read-files.ts';
import type { NewFile } from '../../../adapters/files/write-new-files.ts';

/** Usual folder of copied actions; what is below it decides about executions, so its changes need their owners. */
export const copiedFolder = '.mergecast/actions';

/**
 * The actions of this very version as files of a repository: its workflows then use what was reviewed there, and fetch
 * nothing from elsewhere.
 */
export async function copiedActions(
  names: readonly ('check' | 'execute')[],
  folder = copiedFolder,
): Promise<readonly NewFile[]> {
  const source = await packageFolder('actions');
  const { files: all } = await listFiles(source);
  const files = all.filter((file) => names.some((name) => file.startsWith(`${name}/`)) && /\.(?:yml|cjs)$/.test(file));
  return Promise.all(
    files.map(async (file) => {
      const content = await readBytes(`${source}/${file}`);
      if (content === null) throw new Error(`${file} of mergecast is missing: install it again`);
      return { path: `${folder}/${file}`, content, why: 'the action that the workflows use, as it was released' };
    }),
  );
}
