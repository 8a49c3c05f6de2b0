import { readFileSync } from 'node:fs';

/** A fenced block of a page, with what a test has to know about it and readers need not see. */
export interface Block {
  /** Word behind the fence, such as `sh` or `text`. */
  readonly language: string;
  readonly text: string;
  /** Line of the fence in the page. */
  readonly line: number;
  /**
   * From a comment right above the block: `<!-- test: exit 1 -->`, `<!-- test: second terminal -->`,
   * `<!-- test: write PATH -->`, `<!-- test: edit PATH -->` (a diff), `<!-- test: as NAME -->`, `<!-- test: skip WHY -->`.
   */
  readonly directive: string;
}

/** All fenced blocks of a page, in order. */
export function readPage(file: string): readonly Block[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const blocks: Block[] = [];
  let directive = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, language] = /^```(\w+)$/.exec(line) ?? [];
    const [, found] = /^<!-- test: (.*) -->$/.exec(line) ?? [];
    if (found !== undefined) directive = found;
    else if (language !== undefined) {
      const end = lines.indexOf('```', index + 1);
      if (end === -1) throw new Error(`${file}:${index + 1}: the block has no end`);
      blocks.push({ language, text: lines.slice(index + 1, end).join('\n'), line: index + 1, directive });
      [directive, index] = ['', end];
    } else if (line.trim() !== '') directive = '';
  }
  return blocks;
}
