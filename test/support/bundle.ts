import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from '../../scripts/prepare.mjs';

/** The bundled command line, built from the sources as they are. */
export const program = join(import.meta.dirname, '../../dist/mergecast.js');

/** Builds the bundle unless it is current; for `beforeAll`. */
export async function ensureBundle(): Promise<void> {
  await buildIfStale();
}

/** Runs the bundle as its users do: as a process of its own. */
export function mergecast(
  words: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', ...options });
}
