import type { Place } from '../core/finding.ts';
import type { Locator } from './schema-findings.ts';
import type { ParsedFile } from './yaml/parse-yaml.ts';

/** Which file a part of the manifest comes from: a data file stands in place of its path. */
export class SourceMap implements Locator {
  private readonly manifest: ParsedFile;
  private readonly inserted = new Map<string, ParsedFile>();

  constructor(manifest: ParsedFile) {
    this.manifest = manifest;
  }

  /** From now on everything below the pointer lies in another file. */
  insert(pointer: string, file: ParsedFile): void {
    this.inserted.set(pointer, file);
  }

  place(pointer: string): Place {
    const { file, rest } = this.find(pointer);
    return file.place(rest);
  }

  keyPlace(pointer: string): Place {
    const { file, rest } = this.find(pointer);
    return file.keyPlace(rest);
  }

  /** Pointers from a place in the manifest on. */
  below(pointer: string): Locator {
    return {
      place: (rest) => this.place(pointer + rest),
      keyPlace: (rest) => this.keyPlace(pointer + rest),
    };
  }

  /** The innermost file that a pointer leads into. */
  private find(pointer: string): { file: ParsedFile; rest: string } {
    for (let above = pointer; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
      const file = this.inserted.get(above);
      if (file !== undefined) return { file, rest: pointer.slice(above.length) };
    }
    return { file: this.manifest, rest: pointer };
  }
}
