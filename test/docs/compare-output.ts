/**
 * The first line that a page shows and the output does not hold, in order; null where all are there. A page may show less
 * than there is: lines may be missing, and `...` stands for the rest or the middle of one. What differs from run to run counts as
 * equal: ids, hashes, days, times, ports, months and the width of gaps.
 */
export function missingLine(shown: string, output: string): string | null {
  const lines = output.split('\n').map(levelled);
  let from = 0;
  for (const line of shown.split('\n')) {
    const wanted = line.split('...').map(levelled).filter(Boolean);
    if (wanted.length === 0) continue;
    const found = lines.findIndex((one, index) => index >= from && holdsInOrder(one, wanted));
    if (found === -1) return line;
    from = found + 1;
  }
  return null;
}

function holdsInOrder(line: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const found = line.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return true;
}

const varying: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>'],
  [/\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g, '<ulid>'],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{6,64}\b(…[0-9a-f]+)?/g, '<hash>'],
  [/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z\b/g, '<time>'],
  [/\b\d{4}-\d{2}-\d{2}\b/g, '<day>'],
  [/\b\d{4}-\d{2}\b/g, '<month>'],
  [/\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)( \d{4})?\b/g, '<day>'],
  [/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g, '<weekday>'],
  [/\b\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\b/g, '<clock>'],
  [/127\.0\.0\.1:\d+/g, '<address>'],
  [/\s+/g, ' '],
];

function levelled(line: string): string {
  return varying.reduce((text, [pattern, word]) => text.replaceAll(pattern, word), line).trim();
}
