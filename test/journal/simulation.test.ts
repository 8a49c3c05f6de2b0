import { describe, expect, it } from 'vitest';
import { simulate } from '../support/simulation/simulate.ts';

/** More of them: MERGECAST_SEEDS=20000 npx vitest run test/journal/simulation.test.ts */
const seeds = Number(process.env['MERGECAST_SEEDS'] ?? 150);
const first = Number(process.env['MERGECAST_FIRST_SEED'] ?? 1);

describe('the engine under crashes, pauses, faults and people', () => {
  it(`keeps its promises in ${seeds} lives`, { timeout: Math.max(60_000, seeds * 1_000) }, async () => {
    const broken: Record<number, readonly string[]> = {};
    const ends: Record<string, number> = {};
    for (let seed = first; seed < first + seeds; seed += 1) {
      const { problems, ends: reached } = await simulate(seed);
      if (problems.length > 0) broken[seed] = problems;
      for (const end of reached) ends[end] = (ends[end] ?? 0) + 1;
    }
    expect(broken).toEqual({});
    // The seeds reach every way to end; otherwise they would prove less than they seem to.
    if (seeds >= 150)
      expect(Object.keys(ends)).toEqual(
        expect.arrayContaining([
          'SUCCEEDED',
          'COMPENSATED',
          'CANCELLED',
          'answered happened',
          'answered did-not-happen',
        ]),
      );
    if (process.env['MERGECAST_SEEDS'] !== undefined) process.stdout.write(`${JSON.stringify(ends)}\n`);
  });
});
