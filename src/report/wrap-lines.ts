import { columnsOf, cutColumns } from './columns.ts';

/**
 * Breaks lines at spaces so that none is wider than `width`; continuation lines keep the indentation. Addresses stay
 * whole, other words that are too long do not.
 */
export function wrapLines(text: string, width: number, hanging = 2): string {
  return text.split('\n').flatMap((line) => wrapLine(line, width, hanging)).join('\n'); // prettier-ignore
}

function wrapLine(line: string, width: number, hanging: number): string[] {
  if (columnsOf(line) <= width) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const next = indent + ' '.repeat(hanging);
  const lines: string[] = [];
  let current = indent;
  for (const word of line
    .trimStart()
    .split(' ')
    .flatMap((one) => fit(one, width - next.length))) {
    const isFirst = current.trim() === '';
    if (!isFirst && columnsOf(current) + 1 + columnsOf(word) > width) {
      lines.push(current);
      current = next + word;
    } else current += isFirst ? word : ` ${word}`;
  }
  return [...lines, current];
}

function fit(word: string, width: number): readonly string[] {
  return /^[("]?https?:\/\//.test(word) || columnsOf(word) <= width ? [word] : cutColumns(word, width);
}
