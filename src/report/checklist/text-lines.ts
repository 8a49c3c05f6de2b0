import type { Finding } from '../../core/finding.ts';
import { groupAmounts } from '../format-count.ts';
import { revealHidden } from '../reveal-hidden.ts';
import { wrapLines } from '../wrap-lines.ts';

/** Columns of a terminal that everybody has. */
const width = 80;

/** Somebody's words on one line, unable to steer the terminal. */
export function plain(text: string): string {
  return revealHidden(text).replace(/\s+/g, ' ').trim();
}

/** A line, broken where it is too wide; what follows stands `hanging` columns further in. */
export function line(text: string, indent = 0, hanging = 0): string {
  return wrapLines(' '.repeat(indent) + text, width, hanging);
}

/** `Cost      at most 400.00 EUR`: a word, and beside it what belongs to it. */
export function entry(word: string, text: string): string {
  const column = 10;
  const [first = '', ...rest] = wrapLines(text, width - column, 0).split('\n');
  return [word.padEnd(column) + first, ...rest.map((one) => ' '.repeat(column) + one)].join('\n');
}

/** A problem: what, where, what to write instead, and the code to look up. */
export function findingText({ message, hint, code, file, line: row, column }: Finding, mark: string): string {
  const place = [file, row, column].filter((part) => part !== undefined).join(':');
  return [
    line(`${mark} ${plain(groupAmounts(message))}`, 2, 2),
    ...(place === '' ? [] : [line(`at ${plain(place)}`, 4, 2)]),
    line(`-> ${plain(hint)} (${code})`, 4, 3),
  ].join('\n');
}

/** Texts as people will read them, behind a line at the left. */
export function quoted(text: string): string {
  const lines = revealHidden(text).split('\n').flatMap((one) => wrapLines(one.replaceAll('\t', '  ').trim(), width - 4, 0).split('\n')); // prettier-ignore
  return lines.map((one) => `  | ${one}`.trimEnd()).join('\n');
}
