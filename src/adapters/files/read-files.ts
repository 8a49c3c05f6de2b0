import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** Text of a file, or null where it cannot be read. */
export async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

/** Bytes of a file, or null where it cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch(() => null);
}

/** Regular files below a folder, relative with `/`, in order. Links are not followed; they are listed apart. */
export async function listFiles(
  folder: string,
): Promise<{ readonly files: readonly string[]; readonly links: readonly string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const named = entries.map((entry) => ({
    entry,
    path: join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  }));
  const pick = (wanted: (entry: (typeof named)[number]['entry']) => boolean): string[] =>
    named
      .filter(({ entry }) => wanted(entry))
      .map(({ path }) => path)
      .toSorted();
  return { files: pick((entry) => entry.isFile()), links: pick((entry) => entry.isSymbolicLink()) };
}

/** Folders directly in a folder. */
export async function listFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** The path with every link in it resolved, as git names folders; as it is where there is nothing. */
export async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
