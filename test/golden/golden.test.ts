import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/report/columns.ts';
import { checklistMarkdown, checklistText } from '../../src/report/checklist/index.ts';
import { input as blockedEmail } from './blocked-email/input.ts';
import { input as cleanPost } from './clean-post/input.ts';
import { input as hostileContent } from './hostile-content/input.ts';
import { input as overBudget } from './over-budget/input.ts';
import { input as twoExecutions } from './two-executions/input.ts';
import { input as unloadableManifest } from './unloadable-manifest/input.ts';

const cases = {
  'blocked-email': blockedEmail,
  'clean-post': cleanPost,
  'hostile-content': hostileContent,
  'over-budget': overBudget,
  'two-executions': twoExecutions,
  'unloadable-manifest': unloadableManifest,
};
const here = new URL('.', import.meta.url);
const isUpdating = process.env['UPDATE_GOLDEN'] === '1';
const linkTo = (file: string, line?: number) => `https://forge.example/acme/marketing/blob/4be1d20/${file}#L${line ?? 1}`;

/** Compares with what was read and found good; UPDATE_GOLDEN=1 writes it anew, to be read again. */
function golden(name: string, file: string, actual: string): void {
  const url = new URL(`${name}/${file}`, here);
  if (isUpdating) writeFileSync(url, actual);
  expect(existsSync(url), `${file} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(url, 'utf8'));
}

it('has a folder for each case, and a case for each folder', () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual(Object.keys(cases));
});

describe.each(Object.entries(cases))('what people see: %s', (name, input) => {
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
