import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/check/types.ts';
import { columnsOf } from '../../src/report/columns.ts';
import { checklistMarkdown, checklistText } from '../../src/report/checklist/index.ts';

const here = new URL('.', import.meta.url);
const cases = readdirSync(here, { withFileTypes: true }).filter((one) => one.isDirectory());
const isUpdating = process.env['UPDATE_GOLDEN'] === '1';
const linkTo = (file: string, line?: number) => `https://forge.example/acme/marketing/blob/4be1d20/${file}#L${line ?? 1}`;

/** Compares with what was read and found good; UPDATE_GOLDEN=1 writes it anew, to be read again. */
function golden(name: string, file: string, actual: string): void {
  const url = new URL(`${name}/${file}`, here);
  if (isUpdating) writeFileSync(url, actual);
  expect(existsSync(url), `${file} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(url, 'utf8'));
}

describe.each(cases.map(({ name }) => name))('what people see: %s', async (name) => {
  const { input } = (await import(`./${name}/input.ts`)) as { input: CheckReport };

  it('as a comment', () => {
    golden(name, 'comment.md', checklistMarkdown(input, { linkTo, head: '4be1d20aa' }));
  });

  it('in a terminal of 80 columns', () => {
    const text = checklistText(input, { colour: false });
    golden(name, 'checklist.txt', text);
    expect(text.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
    expect(text).not.toContain('\u001B');
  });

  it('says the same with colour', () => {
    // eslint-disable-next-line no-control-regex
    const bare = checklistText(input, { colour: true }).replace(/\u001B\[[\d;]+m/g, '');
    expect(bare).toBe(checklistText(input, { colour: false }));
  });
});
