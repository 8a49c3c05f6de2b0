import { finding, type Place } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';

/**
 * The one form of a text: UTF-8, byte order mark off, CRLF and CR to LF, all final newlines off. No Unicode
 * normalisation: what is sent is what was written.
 */
export function normaliseText(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  // Not /\n+$/: its time grows with the square of a run of newlines inside the text.
  let end = lines.length;
  while (end > 0 && lines[end - 1] === '\n') end -= 1;
  return lines.slice(0, end);
}

/** Bytes of a text file -> normalised text, or `text/invalid-utf8` with the place of the first bad byte. */
export function decodeText(bytes: Uint8Array, file: string): Result<string> {
  try {
    return success(normaliseText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)));
  } catch {
    const text = normaliseText(new TextDecoder('utf-8').decode(bytes));
    return failure([finding('text/invalid-utf8', {}, placeAt(text, Math.max(0, text.indexOf('\uFFFD')), file))]);
  }
}

/** Line and column (in UTF-16 units, from 1) of an index in normalised text. */
export function placeAt(text: string, index: number, file: string): Place {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.length === 0 ? 1 : (before.match(/\n/g)?.length ?? 0) + 1;
  return { file, line, column: index - lineStart + 1 };
}
