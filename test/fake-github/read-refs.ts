import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Refs whose names begin so, from the files of git: asked at every request, a process each time would take most of it. */
export function readRefs(folder: string, prefix: string): Map<string, string> {
  const packed = join(folder, 'packed-refs');
  const lines = existsSync(packed) ? readFileSync(packed, 'utf8').split('\n') : [];
  const found = lines
    .filter((line) => /^[0-9a-f]{40} /.test(line))
    .map((line) => [line.slice(41), line.slice(0, 40)] as const);
  return new Map([...found.filter(([ref]) => ref.startsWith(prefix)), ...looseRefs(folder, prefix)]);
}

function looseRefs(folder: string, prefix: string): (readonly [string, string])[] {
  const path = join(folder, prefix);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return readLoose(folder, prefix);
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.flatMap(({ parentPath, name }) => readLoose(folder, join(parentPath, name).slice(folder.length + 1)));
}

/** Nothing where a push holds its lock or has just taken it away. */
function readLoose(folder: string, ref: string): (readonly [string, string])[] {
  if (ref.endsWith('.lock')) return [];
  try {
    const sha = readFileSync(join(folder, ref), 'utf8').trim();
    return /^[0-9a-f]{40}$/.test(sha) ? [[ref, sha]] : [];
  } catch {
    return [];
  }
}
