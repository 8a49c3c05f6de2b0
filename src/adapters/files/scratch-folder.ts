import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A new folder for things that nobody needs afterwards. */
export async function makeScratchFolder(name: string): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), `${name}-`)));
}

/** The folder by its real path, made if it is missing; null where there is something in it already. */
export async function makeEmptyFolder(folder: string): Promise<string | null> {
  await mkdir(resolve(folder), { recursive: true });
  return (await readdir(folder)).length === 0 ? realpath(folder) : null;
}

/** Removes a folder with everything in it. Git marks its objects read-only, so one attempt may not be enough. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Writes a file and the folders above it; what was there before is replaced. */
export async function writeFileAt(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Writes a file that can be run as a program. */
export async function writeProgram(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o755 });
}

/** Writes a file that only this user can read. */
export async function writeSecret(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
}
