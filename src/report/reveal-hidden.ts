import { findHidden } from '../core/hidden-characters.ts';

/** Text in which nothing is hidden: what reorders, hides or steers a terminal is shown by its number, such as <U+202E>. */
export function revealHidden(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  let shown = '';
  let position = 0;
  for (const { index, codePoint } of findHidden(lines)) {
    shown += `${lines.slice(position, index)}<${codePoint}>`;
    position = index + String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16)).length;
  }
  return shown + lines.slice(position);
}
