import { finding, type Finding } from '../core/finding.ts';
import { codePointName, findHidden } from '../core/hidden-characters.ts';
import { mixedScripts } from '../core/mixed-scripts.ts';
import type { TreeEntry } from '../core/ports.ts';
import { fold } from './folder-files.ts';

/**
 * What is wrong with the files of a folder whoever refers to them: links, submodules, embedded repositories, names that
 * deceive, and two names that are one file elsewhere.
 */
export function checkEntries(folder: string, entries: readonly TreeEntry[]): readonly Finding[] {
  return [
    ...entries.flatMap(checkKind),
    ...distinctNames(folder, entries).flatMap(checkName),
    ...caseClashes(folder, entries),
    ...embeddedRepositories(entries),
  ];
}

function checkKind({ kind, path }: TreeEntry): Finding[] {
  if (kind === 'file') return [];
  return [finding(kind === 'symlink' ? 'path/symlink' : 'path/submodule', { path }, { file: path })];
}

interface Named {
  readonly name: string;
  /** A file that carries it. */
  readonly file: string;
}

/** Every name of a file or folder below the folder, once. */
function distinctNames(folder: string, entries: readonly TreeEntry[]): readonly Named[] {
  const names = new Map<string, string>();
  for (const { path } of entries) {
    for (const name of path.slice(folder.length + 1).split('/')) if (!names.has(name)) names.set(name, path);
  }
  return [...names].map(([name, file]) => ({ name, file }));
}

function checkName({ name, file }: Named): Finding[] {
  const shown = { path: name.slice(0, 200) };
  if (name.includes('\uFFFD')) return [finding('path/not-utf8', shown, { file })];
  const why = unsafePart(name);
  if (why !== null) return [finding('path/bad-name', { ...shown, why }, { file })];
  if (name !== name.normalize('NFC')) return [finding('path/not-nfc', shown, { file })];
  const scripts = name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(mixedScripts)
    .find((found) => found.length > 0);
  return scripts === undefined ? [] : [finding('path/mixed-script', { ...shown, scripts }, { file })];
}

function unsafePart(name: string): string | null {
  const [hidden] = findHidden(name);
  if (hidden !== undefined) return `the invisible character ${hidden.codePoint}`;
  const odd = /[\\:*?"<>|\t\n]/.exec(name)?.[0];
  if (odd !== undefined) return /[\t\n]/.test(odd) ? `the character ${codePointName(odd)}` : `the character ${odd}`;
  return /[. ]$/.test(name) ? 'a dot or space at its end' : null;
}

function caseClashes(folder: string, entries: readonly TreeEntry[]): Finding[] {
  const seen = new Map<string, string>();
  const clashes: Finding[] = [];
  for (const { path } of entries) {
    for (const part of pathsAbove(path, folder)) {
      const other = seen.get(fold(part));
      if (other === undefined) seen.set(fold(part), part);
      else if (other !== part) clashes.push(finding('path/case-clash', { path: part, other }, { file: path }));
    }
  }
  return clashes;
}

/** A path and the folders between it and the given one. */
function pathsAbove(path: string, folder: string): readonly string[] {
  const parts = path.slice(folder.length + 1).split('/');
  return parts.map((_, index) => `${folder}/${parts.slice(0, index + 1).join('/')}`);
}

/** Git takes a folder with HEAD, objects and refs for a repository; ours never need such names together. */
function embeddedRepositories(entries: readonly TreeEntry[]): Finding[] {
  const paths = new Set(entries.map(({ path }) => path));
  const heads = [...paths].filter((path) => path.endsWith('/HEAD')).map((path) => path.slice(0, -'/HEAD'.length));
  const folders = heads.filter((folder) =>
    [...paths].some(
      (path) =>
        path === `${folder}/config` ||
        (/^(?:objects|refs)(?:\/|$)/.test(path.slice(folder.length + 1)) && path.startsWith(`${folder}/`)),
    ),
  );
  const hidden = [...paths].flatMap((path) => /^(.*\/(?:\.git|git~1))(?:\/|$)/i.exec(path)?.[1] ?? []);
  return [...new Set([...folders, ...hidden])].map((path) =>
    finding('path/embedded-repository', { path }, { file: path }),
  );
}
