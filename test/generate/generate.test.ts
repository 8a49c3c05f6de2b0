import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findStale, generateAll } from '../../scripts/generate/generate-all.ts';
import { dialectProblems } from '../../scripts/generate/schema-dialect.ts';
import { readSchemas } from '../../scripts/generate/schema-files.ts';

const root = join(import.meta.dirname, '../..');
const schemas = await readSchemas(root);

describe('generated files', () => {
  it('are current (else: npm run generate)', async () => {
    expect(await findStale(root, await generateAll(root))).toEqual([]);
  });

  it('names a file that should not be there', async () => {
    const wanted = await generateAll(root);
    wanted.delete('src/generated/types/manifest.ts');
    expect(await findStale(root, wanted)).toEqual(['src/generated/types/manifest.ts']);
  });
});

describe('schemas', () => {
  it.each(schemas.map((file) => [file.path, file] as const))(
    '%s keeps to the dialect and explains itself',
    (path, { schema }) => {
      expect([...dialectProblems(schema, path)]).toEqual([]);
    },
  );

  it('reports a keyword outside the dialect and a property without words', () => {
    const schema = { type: 'object', properties: { a: { type: 'array', prefixItems: [] } } };
    expect([...dialectProblems(schema, '#')]).toEqual([
      '#/properties/a: no description',
      '#/properties/a: no examples',
      '#/properties/a: "prefixItems" is not in the dialect',
    ]);
  });
});
