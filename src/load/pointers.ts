import { escapePointer } from './yaml/walk-nodes.ts';

type Keyed = Record<string, unknown>;

/** The pointers in a value that fit one with `*` for the items of lists; none where the value ends before. */
export function findPointers(value: unknown, pattern: string): readonly string[] {
  let found = [''];
  for (const key of pattern.split('/').slice(1)) {
    found = found.flatMap((pointer) => {
      const here = valueAt(value, pointer);
      if (typeof here !== 'object' || here === null) return [];
      if (key === '*') return Array.isArray(here) ? here.map((_, index) => `${pointer}/${index}`) : [];
      const name = unescape(key);
      return Object.hasOwn(here, name) ? [`${pointer}/${escapePointer(name)}`] : [];
    });
  }
  return found;
}

/** The value that a pointer names. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((here, key) => (here as Keyed | undefined)?.[unescape(key)], value);
}

/** Puts another value where a pointer leads, in place. */
export function replaceAt(value: unknown, pointer: string, replacement: unknown): void {
  const end = pointer.lastIndexOf('/');
  (valueAt(value, pointer.slice(0, end)) as Keyed)[unescape(pointer.slice(end + 1))] = replacement;
}

function unescape(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
