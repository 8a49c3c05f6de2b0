import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentMarker, readMarker } from './comment-marker.ts';
import { generationOfRun } from './generation-of-run.ts';

const startedAt = new Date('2027-02-21T15:10:00Z');

describe('the marker', () => {
  it('has fewer than 40 characters and is read again, whatever the run is called', () => {
    const counts = fc.integer({ min: 1, max: 999_999_999_999 });
    fc.assert(
      fc.property(fc.constantFrom('checklist' as const, 'result' as const), counts, counts, (kind, run, attempt) => {
        const generation = generationOfRun({ runId: String(run), attempt: String(attempt), startedAt });
        const marker = commentMarker(kind, generation);
        expect(marker.length).toBeLessThan(40);
        expect(readMarker(kind, `${marker}\n### words`)).toBe(generation);
        expect(readMarker(kind === 'result' ? 'checklist' : 'result', marker)).toBeNull();
      }),
    );
  });

  it.each(['', 'x\n<!-- mergecast v1 g7 -->', ' <!-- mergecast v1 g7 -->', '> <!-- mergecast v1 g7 -->', '<!-- mergecast v1 g7 --> x', '<!-- mergecast v2 g7 -->', '<!-- mergecast v1 g -->'])(
    'is none: %j',
    (body) => expect(readMarker('checklist', body)).toBeNull(),
  ); // prettier-ignore
});

describe('the generation of a run', () => {
  const of = (runId?: string, attempt?: string) => generationOfRun({ runId, attempt, startedAt });

  it('is greater for what was triggered later, and for a repetition of the same', () => {
    expect(of('101')).toBeGreaterThan(of('100', '7'));
    expect(of('100', '2')).toBeGreaterThan(of('100', '1'));
    expect(of('101')).toBeGreaterThan(of('100', '500'));
  });

  it('is the time of the start where there is no run', () => {
    expect(of()).toBe(startedAt.getTime());
    expect(of('abc')).toBe(startedAt.getTime());
  });
});
