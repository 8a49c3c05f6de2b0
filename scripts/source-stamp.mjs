import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Hash over everything that the bundle is made of: equal stamps mean that there is nothing to build. */
export async function sourceStamp(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.version}`);
  for (const path of [
    ...(await sources(root, 'src')),
    'scripts/build.mjs',
    'scripts/escape-letters.mjs',
    'scripts/load-cached.cjs',
    'package-lock.json',
  ])
    hash
      .update(`${path}\0`)
      .update(await readFile(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

async function sources(root, folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length)
        .replace(/^[/\\]/, ''),
    )
    .toSorted();
}
