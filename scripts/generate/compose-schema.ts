import { composedSchema, readSchemas, schemaBase, type Schema, type SchemaFile } from './schema-files.ts';

/** The schema that editors use: the manifest, with the input of every action behind its `uses`. Refers to nothing outside. */
export async function composeSchema(root: string): Promise<Map<string, string>> {
  const schemas = await readSchemas(root);
  const named = (name: string): Schema => schemas.find((file) => file.name === name)?.schema ?? {};
  const { step, ...definitions } = named('manifest')['$defs'] as Record<string, Schema>;
  const actions = schemas.filter((file) => file.action !== undefined);
  const composed = {
    ...named('manifest'),
    $id: `${schemaBase}execution.schema.json`,
    title: 'Execution',
    $defs: {
      ...definitions,
      step:
        actions.length === 0
          ? step
          : { ...pick(step, ['description']), oneOf: actions.map((file) => stepUsing(file, step ?? {})) },
      ...(named('common')['$defs'] as Schema),
      ...Object.fromEntries(actions.flatMap(definitionsOf)),
    },
  };
  return new Map([[composedSchema, `${JSON.stringify(composed, null, 2)}\n`]]);
}

function stepUsing(file: SchemaFile, step: Schema): Schema {
  const properties = step['properties'] as Record<string, Schema>;
  const uses = {
    const: file.action,
    description: String(file.schema['description']),
    examples: [file.action],
  };
  return {
    ...step,
    title: file.action,
    description: String(file.schema['description']),
    properties: { ...properties, uses, with: { $ref: `#/$defs/${file.name}` } },
  };
}

function definitionsOf(file: SchemaFile): [string, unknown][] {
  const { $schema: _schema, $id: _id, $defs: own, ...schema } = file.schema;
  const shared = Object.entries((own ?? {}) as Schema).map(([key, value]): [string, unknown] => [
    `${file.name}.${key}`,
    local(value, file),
  ]);
  return [[file.name, local(schema, file)], ...shared];
}

/** Points every reference into the composed schema. */
function local(part: unknown, file: SchemaFile): unknown {
  if (Array.isArray(part)) return part.map((item) => local(item, file));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? pointTo(value, file) : local(value, file),
    ]),
  );
}

function pointTo(reference: string, file: SchemaFile): string {
  const own = /^#\/\$defs\/(.+)$/.exec(reference)?.[1];
  return own === undefined ? reference.replace(/^.*#/, '#') : `#/$defs/${file.name}.${own}`;
}

function pick(part: Schema | undefined, keys: readonly string[]): Schema {
  return Object.fromEntries(keys.map((key) => [key, part?.[key]]));
}
