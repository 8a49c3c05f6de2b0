import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compileFromFile } from 'json-schema-to-typescript';

const banner = '/* Generated from schemas/ by `npm run generate`; do not edit. */';

/** Schema files that a person wrote; `execution.schema.json` is composed from them. */
export async function sourceSchemas(root: string): Promise<string[]> {
  const files = ['schemas', 'schemas/parts'].map(async (folder) =>
    (await readdir(join(root, folder)))
      .filter((name) => name.endsWith('.schema.json') && name !== 'execution.schema.json')
      .map((name) => `${folder}/${name}`),
  );
  return (await Promise.all(files)).flat().toSorted();
}

/** One TypeScript file of types per schema, by its path in the repository. */
export async function generateTypes(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const schema of await sourceSchemas(root)) {
    const text = await compileFromFile(join(root, schema), {
      bannerComment: banner,
      cwd: join(root, 'schemas'),
      unreachableDefinitions: true,
      additionalProperties: false,
      format: false,
    });
    files.set(`src/generated/types/${basename(schema, '.schema.json')}.ts`, text);
  }
  return files;
}
