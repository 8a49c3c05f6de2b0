/** What a part remembers, for one origin of its platform. All changes of one request become durable together. */
export interface Store {
  /** Time of the request. */
  readonly now: Date;
  collection<T>(name: string): Collection<T>;
  /** 1, 2, 3 ... by name. */
  next(counter: string): number;
  /** Notes what the world saw of this request; gives the entry's name for `takeBack`. */
  effect(effect: NewEffect): string;
  /** Marks one entry as undone. */
  takeBack(entry: string): void;
  /** Marks earlier effects on an object as undone; of the given operations, or all. */
  undo(id: string, operations?: readonly string[]): void;
}

/** Things by id, in the order in which they were made. Values are plain JSON and never changed in place. */
export interface Collection<T> {
  get(id: string): T | undefined;
  list(): readonly T[];
  put(id: string, value: T): void;
  remove(id: string): void;
}

/** One thing that the world saw, by what an audience or an invoice would notice of it. */
export interface Effect {
  readonly at: string;
  readonly platform: string;
  readonly operation: string;
  readonly effect: 'inert' | 'live' | 'spend';
  /** Our key as the platform received it, or null where the request carried none. */
  readonly key: string | null;
  /** The platform's id of the object. */
  readonly id: string;
  /** Whether it was reversed later. */
  readonly undone: boolean;
}

export type NewEffect = Pick<Effect, 'effect' | 'key' | 'id'> & { readonly operation?: string };
