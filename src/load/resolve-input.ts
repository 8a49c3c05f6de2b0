import type { Content, Media, Reference } from '../core/contract.ts';
import type { Finding } from '../core/finding.ts';
import type { FolderFiles } from './folder-files.ts';
import { limits } from './limits.ts';
import { isMapping, parseData } from './read-record.ts';
import { inlineContent, readContent } from './read-content.ts';
import { readMedia } from './read-media.ts';
import { findPointers, replaceAt, valueAt } from './pointers.ts';
import type { SourceMap } from './source-map.ts';
import type { LoadedMedia } from './types.ts';

/** Puts files in the place of the paths that name them, and remembers what was read and what was wrong. */
export class ResolveInput {
  /** By path. */
  readonly media = new Map<string, LoadedMedia>();
  readonly problems: Finding[] = [];
  readonly sources: SourceMap;
  private readonly folder: FolderFiles;

  constructor(folder: FolderFiles, sources: SourceMap) {
    this.folder = folder;
    this.sources = sources;
  }

  /** The input with data files in place of their paths, so that the schema sees one whole. `at` is its pointer. */
  async data(input: unknown, references: readonly Reference[], at: string): Promise<unknown> {
    const whole = structuredClone(input);
    for (const { pointer } of references.filter(({ as }) => as === 'data')) {
      for (const found of findPointers(whole, pointer)) {
        const value = valueAt(whole, found);
        if (!isPath(value)) continue;
        const place = this.sources.place(at + found);
        const opened = await this.folder.open(value, place, limits.yamlBytes);
        const parsed = opened.ok ? parseData(opened.value.bytes, opened.value.path) : opened;
        this.problems.push(...(parsed.ok ? parsed.value.problems : parsed.error));
        if (!parsed.ok) continue;
        replaceAt(whole, found, parsed.value.value);
        this.sources.insert(at + found, parsed.value);
      }
    }
    return whole;
  }

  /** The input with contents and images in place of their paths. */
  async files(input: unknown, references: readonly Reference[], at: string): Promise<unknown> {
    const whole = structuredClone(input);
    for (const { pointer, as } of references.filter((reference) => reference.as !== 'data')) {
      for (const found of findPointers(whole, pointer)) {
        const value = valueAt(whole, found);
        const file = await (as === 'content' ? this.content(value, at + found) : this.image(value, at + found));
        if (file !== null) replaceAt(whole, found, file);
      }
    }
    return whole;
  }

  private async content(value: unknown, at: string): Promise<Content | null> {
    if (isMapping(value) && typeof value['text'] === 'string') {
      const place = this.sources.place(`${at}/text`);
      return this.take(inlineContent(value['text'], value['format'], place));
    }
    if (!isPath(value)) return null;
    const { content, problems } = await readContent(value, this.sources.place(at), this.folder);
    return this.take({ content, problems });
  }

  private async image(value: unknown, at: string): Promise<Media | null> {
    if (!isPath(value)) return null;
    const { media, loaded, problems } = await readMedia(value, this.sources.place(at), this.folder);
    this.problems.push(...problems);
    if (loaded !== null) this.media.set(loaded.path, loaded);
    return media;
  }

  private take({ content, problems }: { content: Content | null; problems: readonly Finding[] }): Content | null {
    this.problems.push(...problems);
    return content;
  }
}

/** Any other text is no path: the schema says so. */
function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('./');
}
