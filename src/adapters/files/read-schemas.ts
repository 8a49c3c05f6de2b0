import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from './write-new-files.ts';

/** Schemas of the files that people write; the others describe what mergecast writes. */
const forPeople = ['campaign', 'connections', 'evidence', 'execution', 'policy', 'profile'];

/** The schemas that ship with mergecast, by file name. */
export async function readSchemas(): Promise<ReadonlyMap<string, string>> {
  const folder = await schemasFolder();
  const names = (await readdir(folder)).filter((name) => forPeople.some((one) => name === `${one}.schema.json`));
  const texts = await Promise.all(
    names.toSorted().map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return new Map(texts);
}

/** `schemas/` of this package: beside `dist/` when bundled, at the root when run from source. */
async function schemasFolder(): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(await exists(join(folder, 'schemas', 'policy.schema.json')))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the schemas folder of mergecast is missing: install it again');
    folder = above;
  }
  return join(folder, 'schemas');
}
