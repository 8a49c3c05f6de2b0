import { describe, expect, it } from 'vitest';
import { addDuration } from './duration.ts';

describe('addDuration', () => {
  it.each([
    ['2027-01-31T10:00:00Z', 'P1M', '2027-02-28T10:00:00.000Z'],
    ['2027-03-02T08:00:00Z', 'PT2H', '2027-03-02T10:00:00.000Z'],
    ['2027-01-01T00:00:00Z', 'P180D', '2027-06-30T00:00:00.000Z'],
    ['2028-02-29T00:00:00Z', 'P1Y', '2029-02-28T00:00:00.000Z'],
    ['2027-01-01T00:00:00Z', 'P1W2DT3H4M5S', '2027-01-10T03:04:05.000Z'],
  ])('%s + %s', (start, duration, end) => expect(addDuration(new Date(start), duration).toISOString()).toBe(end));

  it('refuses what is no duration', () => expect(() => addDuration(new Date(0), '2 days')).toThrow(/not a duration/));
});
