import { code } from './markdown-table.ts';
import type { Schema } from './schema-files.ts';

/** One property for people: where it stands, what it is, whether it must be there, what it means, how it looks. */
export type SchemaRow = readonly [property: string, type: string, words: string, example: string];

/** Heads of the columns of a `SchemaRow`. */
export const schemaColumns = ['property', 'is', 'means', 'example'];

/** Every property of a schema without references, nested ones by their path; `<name>` stands for a name of one's own. */
export function schemaRows(schema: Schema, prefix = ''): readonly SchemaRow[] {
  const required = (schema['required'] ?? []) as readonly string[];
  const named = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).flatMap(([name, part]) =>
    rowsOf(`${prefix}${name}`, part, required.includes(name)),
  );
  const more = schema['additionalProperties'];
  const free = typeof more === 'object' && more !== null ? rowsOf(`${prefix}<name>`, more as Schema, false) : [];
  return [...named, ...free];
}

function rowsOf(path: string, part: Schema, isRequired: boolean): readonly SchemaRow[] {
  const row: SchemaRow = [
    code(path),
    `${typeOf(part)}${isRequired ? ', **required**' : ''}`,
    wordsOf(part),
    exampleOf(part),
  ];
  return [row, ...below(path, part)];
}

/** What stands inside: of an object, of the items of a list, of the form that is not a mere path. */
function below(path: string, part: Schema): readonly SchemaRow[] {
  if (Array.isArray(part['oneOf'])) return (part['oneOf'] as Schema[]).flatMap((branch) => below(path, branch));
  if (part['type'] === 'array') return below(`${path}[]`, (part['items'] ?? {}) as Schema);
  return part['type'] === 'object' ? schemaRows(part, `${path}.`) : [];
}

function typeOf(part: Schema): string {
  if (Array.isArray(part['oneOf'])) return [...new Set((part['oneOf'] as Schema[]).map(typeOf))].join(' or ');
  if ('const' in part) return code(String(part['const']));
  if (Array.isArray(part['enum'])) return part['enum'].map((one) => code(String(one))).join(', ');
  const names: Readonly<Record<string, string>> = { string: 'text', boolean: 'true or false', integer: 'whole number' };
  const type = (part['type'] ?? 'anything') as string;
  if (type !== 'array') return names[type] ?? type;
  return `list of ${typeOf((part['items'] ?? {}) as Schema)}`;
}

function wordsOf(part: Schema): string {
  const usual = part['default'];
  const limits = [
    ['minimum', 'at least'],
    ['maximum', 'at most'],
    ['maxLength', 'at most'],
    ['maxItems', 'at most'],
    ['maxProperties', 'at most'],
  ].flatMap(([keyword = '', words = '']) =>
    keyword in part ? [`${words} ${part[keyword] as number}${unitOf(keyword)}`] : [],
  );
  const facts = [...limits, ...(usual === undefined ? [] : [`without it: ${code(JSON.stringify(usual))}`])];
  return `${(part['description'] ?? '') as string}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

function unitOf(keyword: string): string {
  const units: Readonly<Record<string, string>> = {
    maxLength: ' characters',
    maxItems: ' entries',
    maxProperties: ' entries',
  };
  return units[keyword] ?? '';
}

function exampleOf(part: Schema): string {
  const [example] = (part['examples'] ?? []) as readonly unknown[];
  // What holds other things is shown by the rows below it.
  const isWhole = part['type'] === 'object' || (typeof example === 'object' && !Array.isArray(example));
  return example === undefined || isWhole ? '' : code(typeof example === 'string' ? example : JSON.stringify(example));
}
