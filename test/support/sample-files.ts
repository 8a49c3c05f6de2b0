import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemoryFile } from './memory-tree.ts';

const root = join(import.meta.dirname, '../..');

/** The repository's own brands, executions and policy, by path: real input for tests that change one thing in it. */
export function sampleFiles(): Record<string, string | Uint8Array> {
  const paths = ['brands', 'executions'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1)),
  );
  return Object.fromEntries(['mergecast.yaml', ...paths].map((path) => [path, readSample(path)]));
}

/** A copy with some files changed by their text; null removes one, and a new path adds one. */
export function changed(
  files: Readonly<Record<string, string | Uint8Array>>,
  changes: Readonly<Record<string, ((text: string) => string) | string | null>>,
): Record<string, MemoryFile> {
  const copy: Record<string, MemoryFile> = { ...files };
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) delete copy[path];
    else copy[path] = typeof change === 'string' ? change : change(textOf(files, path));
  }
  return copy;
}

function textOf(files: Readonly<Record<string, string | Uint8Array>>, path: string): string {
  const file = files[path];
  if (typeof file !== 'string') throw new Error(`${path} is no text of the samples`);
  return file;
}

function readSample(path: string): string | Uint8Array {
  const bytes = readFileSync(join(root, path));
  return /\.(png|jpe?g)$/.test(path) ? new Uint8Array(bytes) : bytes.toString('utf8');
}
