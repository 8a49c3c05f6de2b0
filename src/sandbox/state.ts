/** Everything that the sandbox remembers: values by collection and id. */
export type Tables = Map<string, Map<string, unknown>>;

/** One change: collection, id, and the new value, or null for none. */
export type Change = readonly [collection: string, id: string, value: unknown];

/** One line of the state file: a beginning that forgets all before it, or the changes of one request. */
export type Line = { readonly version: 1; readonly instance: string } | { readonly set: readonly Change[] };

/** Applies a line. The one way in which state changes, at a request and at a restart alike. */
export function applyLine(tables: Tables, line: Line): void {
  if ('instance' in line) {
    tables.clear();
    return;
  }
  for (const [collection, id, value] of line.set) {
    const table = tables.get(collection) ?? new Map<string, unknown>();
    tables.set(collection, table);
    if (value === null) table.delete(id);
    else table.set(id, value);
  }
}

/** The changes of one request, seen by itself before they count. */
export class Draft {
  readonly #tables: Tables;
  readonly #changes = new Map<string, Map<string, unknown>>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  get(collection: string, id: string): unknown {
    const changed = this.#changes.get(collection);
    const value = changed?.has(id) === true ? changed.get(id) : this.#tables.get(collection)?.get(id);
    return value ?? undefined;
  }

  /** Ids and values in the order in which they were made. */
  entries(collection: string): [string, unknown][] {
    const merged = new Map([...(this.#tables.get(collection) ?? []), ...(this.#changes.get(collection) ?? [])]);
    return [...merged].filter(([, value]) => value !== null);
  }

  set(collection: string, id: string, value: unknown): void {
    const changed = this.#changes.get(collection) ?? new Map<string, unknown>();
    this.#changes.set(collection, changed.set(id, value));
  }

  /** 1, 2, 3 ... by name. */
  count(counter: string): number {
    const next = Number(this.get('counters', counter) ?? 0) + 1;
    this.set('counters', counter, next);
    return next;
  }

  changes(): Change[] {
    return [...this.#changes].flatMap(([collection, table]) =>
      [...table].map(([id, value]): Change => [collection, id, value]),
    );
  }
}
