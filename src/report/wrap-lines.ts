/** Breaks lines at spaces so that none is wider than `width`; continuation lines keep the indentation. Addresses stay whole. */
export function wrapLines(text: string, width: number): string {
  return text.split('\n').flatMap((line) => wrapLine(line, width)).join('\n'); // prettier-ignore
}

function wrapLine(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trimStart().split(' ')) {
    const isFull = current.trim() !== '' && current.length + 1 + word.length > width;
    if (isFull) lines.push(current);
    current = isFull ? `${indent}  ${word}` : current.trim() === '' ? current + word : `${current} ${word}`;
  }
  return [...lines, current];
}
