import type { Content } from '../core/contract.ts';
import { finding, type Finding, type Place } from '../core/finding.ts';
import type { FolderFiles } from './folder-files.ts';
import { limits } from './limits.ts';
import { decodeText, normaliseText, placeAt } from './normalise-text.ts';
import { ProblemList } from './problem-list.ts';
import { scanText } from './scan-text.ts';

/** A content, or null with what is wrong. */
export interface ReadContent {
  readonly content: Content | null;
  readonly problems: readonly Finding[];
}

const formats: Readonly<Record<string, Content['format']>> = {
  md: 'markdown',
  html: 'html',
  txt: 'plain',
};

/** A text file beside the manifest. In the words of a message, characters without width only warn. */
export async function readContent(reference: string, place: Place, files: FolderFiles): Promise<ReadContent> {
  const opened = await files.open(reference, place, limits.contentBytes);
  if (!opened.ok) return { content: null, problems: opened.error };
  const { path: file, bytes } = opened.value;
  const format = formats[/\.([a-z]+)$/.exec(file)?.[1] ?? ''];
  if (format === undefined)
    return { content: null, problems: [finding('content/unknown-format', { path: file }, place)] };
  const text = decodeText(bytes, file);
  if (!text.ok) return { content: null, problems: text.error };
  if (text.value.trim() === '') return { content: null, problems: [finding('content/empty', { path: file }, place)] };
  const problems = new ProblemList();
  problems.addFrom(scanText(text.value, (index) => placeAt(text.value, index, file)));
  return { content: { text: text.value, format, place: { file, line: 1, column: 1 } }, problems: problems.findings };
}

/** A text that stands in the manifest or a data file, in the same one form as a file's. The scan of that file covers it. */
export function inlineContent(text: string, format: unknown, place: Place): ReadContent {
  const normal = normaliseText(text);
  if (normal.trim() === '') return { content: null, problems: [finding('content/empty', { path: 'The text' }, place)] };
  const known = format === 'html' || format === 'plain' ? format : 'markdown';
  return { content: { text: normal, format: known, place }, problems: [] };
}
