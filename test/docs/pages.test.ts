import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBundle } from '../support/bundle.ts';
import { readPage } from './read-page.ts';
import { readers } from './readers.ts';
import { runPage, skippedBlocks } from './run-page.ts';

const docs = join(import.meta.dirname, '../../docs');
const pages = ['tutorial', 'how-to'].flatMap((folder) =>
  readdirSync(join(docs, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

beforeAll(ensureBundle, 60_000);

describe.concurrent.each(pages)('what docs/%s says', (page) => {
  const file = join(docs, page);

  it('works', { timeout: 90_000 }, () => runPage(file, readers[page]));

  // Listed by `npm test`, so that nobody takes them for tried.
  for (const { line, why } of skippedBlocks(file)) it.skip(`line ${line}: ${why}`, () => undefined);

  it('marks only blocks that it has', () => {
    const known = /^(|exit \d+|second terminal|(write|edit|as|skip) \S.*)$/;
    expect(readPage(file).filter(({ directive }) => !known.test(directive))).toEqual([]);
  });
});
