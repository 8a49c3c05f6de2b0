import type { Explanation } from '../generated/types/plan.ts';
import { htmlToText } from '../plan/html-to-text.ts';

const htmlLine = /^<(?:p|h[1-6]|ul|ol|div|figure|table|blockquote|pre|article|section)\b[^\n]*/m;
const laterValue = /\$\{\{ steps\.([a-z0-9_-]+)\.([a-z0-9_-]+) \}\}/gi;

/**
 * A preview as people read it. What goes out as HTML is read without its tags: text that is sent as plain text keeps
 * them, because its readers would see them. Values that are known only later say whose they are.
 */
export function readableText({ text, html }: Pick<Explanation['previews'][number], 'text' | 'html'>): string {
  const line = htmlLine.exec(text);
  const isHtml = line !== null && html.includes(line[0]);
  const words = isHtml ? text.slice(0, line.index) + htmlToText(text.slice(line.index)) : text;
  return words.replace(laterValue, '($2 of "$1", known when it is out)');
}
