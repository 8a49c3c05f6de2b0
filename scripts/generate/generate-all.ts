import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commandsPage } from './commands-page.ts';
import { composeSchema } from './compose-schema.ts';
import { filesPage } from './files-page.ts';
import { findingsPage } from './findings-page.ts';
import { platformsPage } from './platforms-page.ts';
import { generateRegistries } from './registry.ts';
import { listFiles } from './schema-files.ts';
import { generateTypes } from './types.ts';
import { generateValidators } from './validators.ts';

/** Everything that is generated, by path in the repository. */
export async function generateAll(root: string): Promise<Map<string, string>> {
  const parts = await Promise.all([
    generateTypes(root),
    generateValidators(root),
    generateRegistries(root),
    composeSchema(root),
    filesPage(root),
    platformsPage(root),
  ]);
  return new Map([...parts, findingsPage(), commandsPage()].flatMap((part) => [...part]));
}

/** Paths whose file differs from what would be generated, is missing, or should not be there. */
export async function findStale(root: string, wanted: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const present = await listFiles(root, 'src/generated');
  const paths = [...new Set([...wanted.keys(), ...present])];
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8').catch(() => null)));
  return paths.filter((path, index) => texts[index] !== wanted.get(path)).toSorted();
}

/** Writes what is stale and removes what is generated no longer. Gives the paths. */
export async function writeStale(root: string, wanted: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const stale = await findStale(root, wanted);
  for (const path of stale) {
    const text = wanted.get(path);
    await mkdir(dirname(join(root, path)), { recursive: true });
    await (text === undefined ? rm(join(root, path)) : writeFile(join(root, path), text));
  }
  return stale;
}
