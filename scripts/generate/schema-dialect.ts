import type { Schema } from './schema-files.ts';

const keywords = new Set(
  [
    '$schema $id $ref $defs title description examples default type properties required additionalProperties enum const oneOf',
    'pattern minimum maximum minLength maxLength items minItems maxItems uniqueItems minProperties maxProperties',
  ].flatMap((line) => line.split(' ')),
);

/** What a schema uses beyond the small dialect that validators, types and editors all understand, and what it leaves unexplained. */
export function* dialectProblems(part: Schema, at: string): Generator<string> {
  for (const keyword of Object.keys(part)) {
    if (!keywords.has(keyword)) yield `${at}: "${keyword}" is not in the dialect`;
  }
  for (const [name, value] of Object.entries((part['properties'] ?? {}) as Record<string, Schema>)) {
    const isShared = '$ref' in value;
    if (!isShared && typeof value['description'] !== 'string') yield `${at}/properties/${name}: no description`;
    if (!isShared && !Array.isArray(value['examples'])) yield `${at}/properties/${name}: no examples`;
  }
  for (const [below, value] of partsOf(part)) yield* dialectProblems(value, `${at}/${below}`);
}

function partsOf(part: Schema): [string, Schema][] {
  const named = ['properties', '$defs'].flatMap((key) =>
    Object.entries((part[key] ?? {}) as Record<string, Schema>).map(([name, value]): [string, Schema] => [
      `${key}/${name}`,
      value,
    ]),
  );
  const single = ['items', 'additionalProperties'].flatMap((key): [string, Schema][] =>
    typeof part[key] === 'object' && part[key] !== null ? [[key, part[key] as Schema]] : [],
  );
  const branches = ((part['oneOf'] ?? []) as Schema[]).map((value, index): [string, Schema] => [
    `oneOf/${index}`,
    value,
  ]);
  return [...named, ...single, ...branches];
}
