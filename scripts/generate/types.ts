import { join } from 'node:path';
import { compile, compileFromFile } from 'json-schema-to-typescript';
import { inlineReferences } from './inline-references.ts';
import { inlineBranches, referenceAt } from './references.ts';
import { readSchemas, type Schema, type SchemaFile } from './schema-files.ts';

const banner = '/* Generated from schemas/ by `npm run generate`; do not edit. */';
const options = {
  bannerComment: banner,
  unreachableDefinitions: true,
  additionalProperties: false,
  style: { singleQuote: true, printWidth: 120 },
};

/** One TypeScript file of types per schema, by its path in the repository. */
export async function generateTypes(root: string): Promise<Map<string, string>> {
  const schemas = await readSchemas(root);
  // The shared parts are inlined where they are used, with references resolved.
  const texts = schemas
    .filter(({ name }) => name !== 'common')
    .map(async (file): Promise<[string, string]> =>
      file.action === undefined
        ? [`src/generated/types/${file.name}.ts`, await typesOfFile(root, file)]
        : [`src/generated/types/actions/${file.name}.ts`, await typesOfInput(file, schemas)],
    );
  return new Map(await Promise.all(texts));
}

function typesOfFile(root: string, file: SchemaFile): Promise<string> {
  return compileFromFile(join(root, file.path), { ...options, cwd: join(root, 'schemas') });
}

/** The input as an action receives it: paths of content and media have become what they name, data stands inline. */
async function typesOfInput(file: SchemaFile, schemas: readonly SchemaFile[]): Promise<string> {
  const { $id: _id, title: _title, ...resolved } = resolveTypes(inlineReferences(file, schemas)) as Schema;
  const text = await compile({ ...resolved, title: 'Input' }, 'Input', { ...options, bannerComment: '' });
  const used = ['Content', 'Media'].filter((name) => new RegExp(`\\b${name}\\b(?=[;\\[])`).test(text));
  const imports = used.length === 0 ? '' : `import type { ${used.join(', ')} } from '../../../core/contract.ts';\n`;
  return `${banner.replace('schemas/', file.path)}\n${imports}\n${text.trimStart()}`;
}

function resolveTypes(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(resolveTypes);
  if (typeof part !== 'object' || part === null) return part;
  const as = referenceAt(part as Schema);
  const description = (part as Schema)['description'];
  if (as === 'content') return { description, tsType: 'Content' };
  if (as === 'media') return { description, tsType: 'Media' };
  if (as === 'data') return resolveTypes({ description, ...inlineBranches(part as Schema)[0] });
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, resolveTypes(value)]));
}
