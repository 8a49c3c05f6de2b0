/** A part of an answer whose shape nobody promised; undefined where it is missing. Only own properties are looked at. */
export function part(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** The text there, else undefined. */
export function text(value: unknown, ...path: readonly string[]): string | undefined {
  const found = part(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The exact whole number there, else undefined. */
export function integer(value: unknown, ...path: readonly string[]): number | undefined {
  const found = part(value, ...path);
  return Number.isSafeInteger(found) ? (found as number) : undefined;
}

/** The truth value there, else undefined. */
export function flag(value: unknown, ...path: readonly string[]): boolean | undefined {
  const found = part(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

/** The list there, else undefined. */
export function items(value: unknown, ...path: readonly string[]): readonly unknown[] | undefined {
  const found = part(value, ...path);
  return Array.isArray(found) ? (found as unknown[]) : undefined;
}

/** The texts that a list holds under a name, without whatever is none. */
export function textsOf(list: readonly unknown[] | undefined, ...path: readonly string[]): readonly string[] {
  return (list ?? []).flatMap((item) => text(item, ...path) ?? []);
}

/** A commit id of 40 or 64 lower hexadecimal digits, else undefined. */
export function commitId(value: unknown, ...path: readonly string[]): string | undefined {
  const found = text(value, ...path);
  return found !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : undefined;
}

/** An address for a browser; what is no http(s) address becomes empty, so that nobody links to a script. */
export function webAddress(value: unknown, ...path: readonly string[]): string {
  const found = text(value, ...path) ?? '';
  return /^https?:\/\/[^\s"'<>\\]+$/.test(found) ? found : '';
}
