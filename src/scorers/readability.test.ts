import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scorer } from './readability.ts';

// Labelled texts of three levels, where they lie beside the checkout.
const data = join(import.meta.dirname, '../../../shared/data/readability/ose.jsonl');
const easy =
  'The cat sat on the mat. It was a warm day. The dog came in to see the cat. They like to play with the red ball. Then it got dark and we all had to go home to bed.';
const hard =
  'Notwithstanding the considerable administrative complications associated with international regulatory harmonisation, the participating organisations established comprehensive accountability mechanisms in order to facilitate the transparent implementation of the aforementioned recommendations, irrespective of the individual administrative peculiarities.';
const score = (...blocks: string[]) => scorer.score({ kind: 'text', blocks });
const ease = (text: string): number => {
  const result = score(...text.split(/\n+/));
  return result.is === 'scored' ? result.value.ease : Number.NaN;
};

describe('readability', () => {
  it('tells easy from hard', () => {
    expect(ease(easy)).toBeGreaterThan(100);
    expect(ease(hard)).toBeLessThan(0);
  });

  it('says nothing about short or foreign texts', () => {
    expect(score('Spring is here. Ride now!').is).toBe('insufficient-evidence');
    const german =
      'Der Frühling ist da und mit ihm drei neue Räder, die wir Ihnen gern zeigen. Kommen Sie vorbei, fahren Sie Probe und sagen Sie uns danach, welches Ihnen am besten gefallen hat und warum.';
    expect(score(german)).toEqual({
      is: 'insufficient-evidence',
      why: 'the text does not look like English',
    });
  });

  it('reads list items as sentences of their own', () => {
    const items = Array.from({ length: 10 }, () => 'a bell for the bike');
    expect(score(...items)).toMatchObject({
      is: 'scored',
      evidence: expect.arrayContaining(['5.0 words a sentence']),
    });
  });

  it.each(['a'.repeat(200_000), '!'.repeat(200_000), 'a. '.repeat(100_000), 'A'.repeat(10) + ' .'.repeat(100_000)])(
    'is fast on hostile text',
    (text) => {
      const start = performance.now();
      score(text);
      expect(performance.now() - start).toBeLessThan(1000);
    },
  );

  it.skipIf(!existsSync(data))('orders the levels of OneStopEnglish (needs its texts beside the checkout)', () => {
    const rows = readFileSync(data, 'utf8')
      .trim()
      .split('\n')
      .map((line): { article: string; level: number; text: string } => JSON.parse(line));
    const articles = group(rows);
    const ordered = [...articles.values()].filter((levels) => {
      const [elementary = 0, middle = 0, advanced = 0] = levels
        .toSorted((a, b) => a.level - b.level)
        .map(({ text }) => ease(text));
      return elementary > middle && middle > advanced;
    });
    expect(ordered.length / articles.size).toBeGreaterThan(0.9);
  });
});

function group<T extends { article: string }>(rows: readonly T[]): Map<string, T[]> {
  const articles = new Map<string, T[]>();
  for (const row of rows) articles.set(row.article, [...(articles.get(row.article) ?? []), row]);
  return articles;
}
