import type { Reference } from '../../src/core/contract.ts';
import type { Schema } from './schema-files.ts';

/** What a path of a file looks like in every schema; nothing else may use this pattern. */
const pathPattern = '^\\./';

/**
 * What a value of an action's input refers to, read off its (inlined) schema: a path or `{text}` is content, a path
 * or an inline value is data, a path alone is media.
 */
export function referenceAt(part: Schema): Reference['as'] | null {
  if (isPath(part)) return 'media';
  const branches = Array.isArray(part['oneOf']) ? (part['oneOf'] as Schema[]) : [];
  if (!branches.some(isPath)) return null;
  const isContent = branches.some((branch) => (branch['properties'] as Schema | undefined)?.['text'] !== undefined);
  return isContent ? 'content' : 'data';
}

/** All references of an action's input, by JSON pointer with `*` for items of arrays. */
export function findReferences(part: Schema, pointer = ''): readonly Reference[] {
  const as = referenceAt(part);
  if (as !== null) return [{ pointer, as }, ...(as === 'data' ? dataReferences(part, pointer) : [])];
  const properties = Object.entries((part['properties'] ?? {}) as Record<string, Schema>);
  const below = properties.flatMap(([key, value]) => findReferences(value, `${pointer}/${key}`));
  const items = part['items'] as Schema | undefined;
  const branches = (part['oneOf'] ?? []) as Schema[];
  return [
    ...below,
    ...(items ? findReferences(items, `${pointer}/*`) : []),
    ...branches.flatMap((branch) => findReferences(branch, pointer)),
  ];
}

/** Data may hold references of its own, such as the image of an ad. */
function dataReferences(part: Schema, pointer: string): readonly Reference[] {
  return inlineBranches(part).flatMap((branch) => findReferences(branch, pointer));
}

/** The branches of a reference that are not the path. */
export function inlineBranches(part: Schema): readonly Schema[] {
  return (part['oneOf'] as Schema[]).filter((branch) => !isPath(branch));
}

function isPath(part: Schema): boolean {
  return part['type'] === 'string' && part['pattern'] === pathPattern;
}
