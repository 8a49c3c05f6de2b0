import standalone from 'ajv/dist/standalone/index.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { transform, build } from 'esbuild';
import { inlineReferences } from './inline-references.ts';
import { readSchemas, type Schema, type SchemaFile } from './schema-files.ts';

/** Files that people write: their problems carry the description and an example of what belongs there. */
const writtenByPeople = new Set([
  'manifest',
  'profile',
  'connections',
  'evidence',
  'campaign',
  'policy',
  'policy-test',
]);

/** One self-contained validator module and its declaration per schema: no ajv at run time, which costs 20 times as much to load. */
export async function generateValidators(root: string): Promise<Map<string, string>> {
  const schemas = await readSchemas(root);
  const wanted = schemas.filter(({ name }) => name !== 'common');
  const files = await Promise.all(wanted.map(async (file) => filesOf(file, await compileValidator(file, schemas))));
  return new Map(files.flat());
}

function filesOf(file: SchemaFile, code: string): [string, string][] {
  const path = `src/generated/validators/${file.name}`;
  const declaration = [
    `/* Generated from ${file.path} by \`npm run generate\`; do not edit. */`,
    "import type { Validator } from '../../core/validator.ts';",
    '',
    'declare const validate: Validator;',
    'export default validate;',
    '',
  ].join('\n');
  return [
    [`${path}.js`, `/* Generated from ${file.path} by \`npm run generate\`; do not edit. */\n${code}`],
    [`${path}.d.ts`, declaration],
  ];
}

async function compileValidator(file: SchemaFile, schemas: readonly SchemaFile[]): Promise<string> {
  const isForPeople = file.action !== undefined || writtenByPeople.has(file.name);
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    verbose: isForPeople,
    messages: false,
    schemas: isForPeople ? [] : schemas.map(({ schema }) => schema as Schema & { $id: string }),
    code: { source: true, esm: true, lines: true },
  });
  const schema = isForPeople ? inlineReferences(file, schemas) : file.schema;
  const validate = isForPeople ? ajv.compile(schema) : ajv.getSchema(file.schema.$id);
  if (validate === undefined) throw new Error(`${file.path}: no validator`);
  return bundle(standalone.default(ajv, validate));
}

/** ajv writes `require()` for its helpers even in ESM (ajv issue 2209); bundling puts them inside. */
async function bundle(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code.replace('"use strict";', ''), resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    treeShaking: true,
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  const text = result.outputFiles[0]?.text ?? '';
  return (await transform(text, { format: 'esm', minifyWhitespace: true, charset: 'utf8' })).code;
}
