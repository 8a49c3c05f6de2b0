import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrokenLinks } from './find-broken-links.ts';

const root = join(import.meta.dirname, '../..');
const folders = ['docs', 'actions', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
);
const top = readdirSync(root, { withFileTypes: true });
const pages = [...top, ...folders]
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .toSorted();

describe('links', () => {
  it.each(pages)('of %s lead somewhere', (page) => {
    expect(findBrokenLinks(join(root, page))).toEqual([]);
  });

  it('that lead nowhere are found', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mergecast-links-'));
    const file = join(folder, 'page.md');
    const links =
      '[a](other.md) [b](#here) [c](#there) [d](https://x.example) ![e](no.svg) [f](page.md#here) `[g](code.md)`';
    writeFileSync(file, `# Here\n\n${links}\n`);
    expect(findBrokenLinks(file)).toEqual(['other.md', '#there', 'no.svg']);
    rmSync(folder, { recursive: true });
  });
});
