import type { Content } from '../../core/contract.ts';
import type { TextKind } from '../../core/scorer.ts';

/** Kinds that people write in Markdown as a rule; where there is none in them, they read the same. */
const written = new Set<TextKind>(['blog', 'page', 'email', 'newsletter', 'report']);

/** How a text is to be read, by its file's ending, else by what it looks like. */
export function guessFormat(text: string, kind: TextKind, file = ''): Content['format'] {
  if (/\.(md|markdown)$/i.test(file)) return 'markdown';
  if (/\.html?$/i.test(file)) return 'html';
  if (/\.txt$/i.test(file)) return 'plain';
  if (/^\s*<(!doctype|html|head|body|div|p|table|h[1-6])\b/i.test(text)) return 'html';
  return written.has(kind) ? 'markdown' : 'plain';
}
