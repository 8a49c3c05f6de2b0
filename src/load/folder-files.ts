import { finding, type Finding, type Place } from '../core/finding.ts';
import { nearestWord } from '../core/nearest-word.ts';
import type { Tree, TreeEntry } from '../core/ports.ts';
import { failure, success, type Result } from '../core/result.ts';
import { checkPath } from './check-path.ts';

/** The files of one folder, and the only way to them: what is read is remembered for the closure. */
export class FolderFiles {
  readonly read = new Set<string>();
  readonly tree: Tree;
  readonly folder: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;

  constructor(tree: Tree, folder: string, entries: readonly TreeEntry[]) {
    this.tree = tree;
    this.folder = folder;
    this.entries = new Map(entries.map((entry) => [entry.path, entry]));
  }

  /** Paths relative to the folder. */
  get names(): readonly string[] {
    return [...this.entries.keys()].map((path) => path.slice(this.folder.length + 1));
  }

  /** The bytes behind a path such as `./blog.md`, at most `maximum`, or what is wrong with it. */
  async open(reference: string, place: Place, maximum: number): Promise<Result<OpenFile>> {
    const problem = checkPath(reference, place);
    if (problem !== null) return failure([problem]);
    const path = `${this.folder}/${reference.slice(2)}`;
    const entry = this.entries.get(path);
    if (entry === undefined) return failure([await this.explainMissing(reference, path, place)]);
    return this.openEntry(entry, place, maximum);
  }

  /** The bytes of a listed file. */
  async openEntry(entry: TreeEntry, place: Place, maximum: number): Promise<Result<OpenFile>> {
    const { path, kind } = entry;
    if (kind === 'symlink') return failure([finding('path/symlink', { path }, place)]);
    if (kind === 'submodule') return failure([finding('path/submodule', { path }, place)]);
    this.read.add(path);
    const bytes = entry.bytes > maximum ? null : await this.tree.read(path, maximum);
    if (bytes === null || bytes.length > maximum) {
      return failure([finding('content/too-large', { path, maximum: sizeInWords(maximum) }, place)]);
    }
    if (isLfsPointer(bytes)) return failure([finding('path/lfs-pointer', { path }, place)]);
    return success({ path, bytes, ...(entry.object !== undefined && { object: entry.object }) });
  }

  private async explainMissing(reference: string, path: string, place: Place): Promise<Finding> {
    const known = this.names.map((name) => `./${name}`);
    const actual = known.find((name) => fold(name) === fold(reference));
    if (actual !== undefined) return finding('path/wrong-case', { path: reference, actual }, place);
    // A link among the folders above the file: the list holds the link, not what lies behind it.
    const link = [...this.entries.values()].find((entry) => entry.kind !== 'file' && path.startsWith(`${entry.path}/`));
    if (link !== undefined) {
      return finding(link.kind === 'symlink' ? 'path/symlink' : 'path/submodule', { path: link.path }, place);
    }
    if (this.tree.kind === 'work-tree' && (await this.tree.read(path, 1)) !== null) {
      return finding('path/ignored', { path: reference }, place);
    }
    const others = known.filter((name) => name !== './execution.yaml');
    return finding(
      'path/missing',
      { path: reference, nearest: nearestWord(reference, others), known: others.slice(0, 20) },
      place,
    );
  }
}

/** A file that was read. */
export interface OpenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly object?: string;
}

/** The form in which two names are one file on a machine that ignores case. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

function isLfsPointer(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 42)).startsWith('version https://git-lfs.github.com/spec/');
}

/** `1 MB`, `256 KB`. */
export function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB` : `${bytes / 1024} KB`;
}
