type Json = Readonly<Record<string, unknown>>;

/**
 * What of a value is not as a schema of Google's discovery format has it. Written out by hand: Ajv takes half a minute to
 * compile the thousand schemas that one mutate refers to, and a request uses twenty of them.
 */
export function checkDiscovery(schemas: Json, schema: Json, value: unknown, at = ''): string[] {
  const { $ref, type, properties, items, enum: choices } = schema;
  if (typeof $ref === 'string') return checkDiscovery(schemas, schemas[$ref] as Json, value, at);
  if (Array.isArray(choices) && !choices.includes(value)) return [`${at}: ${String(value)} is none of its values`];
  if (type === 'array')
    return Array.isArray(value)
      ? value.flatMap((item, index) => checkDiscovery(schemas, items as Json, item, `${at}/${index}`))
      : [`${at}: no list`];
  if (type !== 'object') return isOfType(type, value) ? [] : [`${at}: no ${String(type)}`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: no object`];
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = (properties as Json | undefined)?.[name];
    return known === undefined
      ? [`${at}/${name}: not described`]
      : checkDiscovery(schemas, known as Json, inner, `${at}/${name}`);
  });
}

function isOfType(type: unknown, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return type === 'any' || typeof value === type;
}
