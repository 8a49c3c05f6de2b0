import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inlineReferences } from './inline-references.ts';
import { findReferences } from './references.ts';
import { listFiles, readSchemas, type SchemaFile } from './schema-files.ts';

const banner = '/* Generated from the folders by `npm run generate`; do not edit. */';

/** The lists of everything that can be added by adding a file; loaded lazily, so that one more costs nothing at start. */
export async function generateRegistries(root: string): Promise<Map<string, string>> {
  return new Map([
    ['src/generated/registry.ts', await mainRegistry(root)],
    ['src/generated/sandbox-registry.ts', await sandboxRegistry(root)],
  ]);
}

async function mainRegistry(root: string): Promise<string> {
  const files = await listFiles(root, 'src');
  const schemas = await readSchemas(root);
  const actions = schemas.filter(({ path }) => files.includes(path.replace('.schema.json', '.ts')));
  const connectors = capture(files, /^src\/connectors\/([^/]+)\/index\.ts$/);
  const lists = [
    record(
      'Every platform, by id.',
      'connectors',
      '() => Promise<Connector>',
      connectors.map((id) => entry('connectors', `${id}/index`, 'connector', id)),
    ),
    record(
      'Everything that a step can use, by `<connector>/<action>`.',
      'actions',
      'RegisteredAction',
      actions.map((file) => actionEntry(file, schemas)),
    ),
    await memberRecord(root, 'Every rule, by `<pack>/<rule>`.', 'Rule', /^src\/rules\/([^/]+\/[^/]+)\.ts$/),
    await memberRecord(root, 'Every scorer, by name.', 'Scorer', /^src\/scorers\/([^/]+)\.ts$/),
  ];
  const imports = [
    "import type { Connector } from '../core/contract.ts';",
    "import type { RegisteredAction } from '../core/registry.ts';",
    "import type { Rule } from '../core/rule.ts';",
    "import type { Scorer } from '../core/scorer.ts';",
  ];
  return [banner, ...imports, '', ...lists.flat()].join('\n');
}

/** Rules or scorers: files in the folder of that name that export a member called like it. */
async function memberRecord(root: string, words: string, type: string, pattern: RegExp): Promise<string[]> {
  const member = type.toLowerCase();
  const folder = `${member}s`;
  const names = await exporting(root, capture(await listFiles(root, 'src'), pattern), `src/${folder}`, member);
  return record(
    words,
    folder,
    `() => Promise<${type}>`,
    names.map((name) => entry(folder, name, member, name)),
  );
}

async function sandboxRegistry(root: string): Promise<string> {
  const ids = capture(await listFiles(root, 'src/connectors'), /^src\/connectors\/([^/]+)\/sandbox\.ts$/);
  const entries = ids.map((id) => entry('connectors', `${id}/sandbox`, 'sandbox', id));
  return `${banner}\n\n/** The stand-in of every platform, by its id. */\nexport const sandboxParts = {\n${entries.join('\n')}${entries.length > 0 ? '\n' : ''}};\n`;
}

function capture(files: readonly string[], pattern: RegExp): string[] {
  return files
    .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
    .flatMap((path) => pattern.exec(path)?.[1] ?? []);
}

/** Only files that export a member of the given name: others are parts that members share. */
async function exporting(root: string, names: readonly string[], folder: string, member: string): Promise<string[]> {
  const texts = await Promise.all(names.map((name) => readFile(join(root, folder, `${name}.ts`), 'utf8')));
  return names.filter((_, index) => new RegExp(`^export const ${member}\\b`, 'm').test(texts[index] ?? ''));
}

function record(words: string, name: string, type: string, entries: readonly string[]): string[] {
  const head = `/** ${words} */\nexport const ${name}: Readonly<Record<string, ${type}>> = {`;
  return entries.length === 0 ? [`${head}};`, ''] : [head, ...entries, '};', ''];
}

function entry(folder: string, file: string, member: string, id: string): string {
  return `  '${id}': async () => (await import('../${folder}/${file}.ts')).${member},`;
}

function actionEntry(file: SchemaFile, schemas: readonly SchemaFile[]): string {
  const references = findReferences(inlineReferences(file, schemas));
  const list = references.map(({ pointer, as }) => `{ pointer: '${pointer}', as: '${as}' }`).join(', ');
  return [
    `  '${file.action ?? ''}': {`,
    `    load: async () => (await import('../${file.path.slice(4).replace('.schema.json', '.ts')}')).action,`,
    `    references: [${list}],`,
    `    validate: async () => (await import('./validators/${file.name}.js')).default,`,
    '  },',
  ].join('\n');
}
