/** Numbers that look random and are the same for every run with one seed (mulberry32). */
export interface Random {
  /** 0 (inclusive) to 1. */
  next(): number;
  chance(probability: number): boolean;
  /** Whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(values: readonly T[]): T;
}

/** A source of numbers for one seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (values) => {
      if (values.length === 0) throw new Error('nothing to pick from');
      return values[between(0, values.length - 1)] as (typeof values)[number];
    },
  };
}
