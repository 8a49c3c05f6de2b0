import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../core/finding.ts';
import { sortFindings } from './sort-findings.ts';

const place = fc.record(
  {
    file: fc.constantFrom('a.md', 'b.md'),
    line: fc.integer({ min: 1, max: 200 }),
    column: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [] },
);
const one: fc.Arbitrary<Finding> = fc
  .tuple(place, fc.constantFrom('area/one', 'area/two'), fc.constantFrom('first', 'second'))
  .map(([where, code, message]) => ({ code, severity: 'warn', message, hint: '', ...where }));

it('gives the same order whatever the order was, and says the same thing once', () => {
  fc.assert(
    fc.property(
      fc.array(one).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const sorted = sortFindings(all);
        expect(sortFindings([...shuffled, ...all])).toEqual(sorted);
        expect(new Set(sorted.map((found) => JSON.stringify(found))).size).toBe(sorted.length);
      },
    ),
  );
});

it('counts lines as numbers', () => {
  const at = (line: number): Finding => ({ code: 'a/b', severity: 'warn', message: '', hint: '', file: 'x', line });
  expect(sortFindings([at(10), at(9), at(100)]).map(({ line }) => line)).toEqual([9, 10, 100]);
});
