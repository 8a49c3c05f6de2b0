import type { Schema, SchemaFile } from './schema-files.ts';

/**
 * The schema with every `$ref` replaced by what it names, so that it stands alone and a problem's path leads straight to
 * its description. Recursive schemas cannot be inlined and are an error.
 */
export function inlineReferences(file: SchemaFile, all: readonly SchemaFile[]): Schema {
  const { $defs: _shared, ...inlined } = inline(file.schema, file, all, []) as Schema;
  return inlined;
}

function inline(part: unknown, file: SchemaFile, all: readonly SchemaFile[], seen: readonly string[]): unknown {
  if (Array.isArray(part)) return part.map((item) => inline(item, file, all, seen));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref, ...rest } = part as Schema;
  if (typeof $ref !== 'string') return mapValues(part as Schema, (value) => inline(value, file, all, seen));
  const url = new URL($ref, file.schema.$id);
  if (seen.includes(url.href)) throw new Error(`${file.path}: ${$ref} refers to itself`);
  const home = all.find(({ schema }) => schema.$id === url.href.replace(/#.*$/, ''));
  const target = home && lookUp(home.schema, url.hash.slice(1));
  if (home === undefined || target === undefined) throw new Error(`${file.path}: nothing at ${$ref}`);
  const resolved = inline(target, home, all, [...seen, url.href]) as Schema;
  return { ...resolved, ...mapValues(rest, (value) => inline(value, file, all, seen)) };
}

function lookUp(schema: Schema, pointer: string): unknown {
  const keys = pointer.split('/').slice(1).map(decodeURIComponent);
  return keys.reduce<unknown>((part, key) => (part as Schema | undefined)?.[key], schema);
}

function mapValues(part: Schema, change: (value: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, change(value)]));
}
