import { appendFile, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file to be made, and what it is for. */
export interface NewFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly why: string;
  /** Adds the lines that are missing, where the file exists already. */
  readonly append?: boolean;
}

export interface FileResult {
  readonly path: string;
  readonly status: 'written' | 'extended' | 'kept';
  readonly why: string;
}

/** Writes files that do not exist yet. What exists is kept, whatever it holds. */
export async function writeNewFiles(folder: string, files: readonly NewFile[]): Promise<readonly FileResult[]> {
  const results: FileResult[] = [];
  for (const file of files)
    results.push({ path: file.path, status: await writeOne(join(folder, file.path), file), why: file.why });
  return results;
}

async function writeOne(target: string, file: NewFile): Promise<FileResult['status']> {
  if (await exists(target)) return file.append === true ? extend(target, file.content.toString()) : 'kept';
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, file.content, { flag: 'wx' });
  return 'written';
}

async function extend(target: string, content: string): Promise<FileResult['status']> {
  const before = await readFile(target, 'utf8');
  const known = new Set(before.split(/\r?\n/).map((line) => line.trim()));
  const missing = content.split('\n').filter((line) => line !== '' && !known.has(line.trim()));
  if (missing.length === 0) return 'kept';
  await appendFile(target, `${before === '' || before.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`);
  return 'extended';
}

/** Whether something is there, a link that leads nowhere included. */
export async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

/** Makes a folder and those above it. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
}
