import { describe, expect, it } from 'vitest';
import type { Scorer, TextKind } from '../core/scorer.ts';
import { scorer as authority } from './authority.ts';
import { scorer as clickbait } from './clickbait.ts';
import { scorer as energy } from './energy.ts';
import { scorer as formality } from './formality.ts';
import { scorer as humor } from './humor.ts';
import { scorer as spam } from './spam.ts';

const value = (scorer: Scorer<number>, text: string, kind: TextKind = 'text'): number => {
  const score = scorer.score({ kind, blocks: text.split('\n') });
  return score.is === 'scored' ? score.value : Number.NaN;
};

describe('calibrated scores', () => {
  it.each<[string, Scorer<number>, string, string, TextKind?]>([
    [
      'formality',
      formality,
      'We hereby acknowledge receipt of your application and will respond in due course.',
      'lol yeah thats so cool dude, u gotta see it!!',
    ],
    ['energy', energy, 'I love it! This is amazing! We won!', 'The table lists the rates for each of the regions.'],
    [
      'humor',
      humor,
      "Why did the chicken cross the road? Because it didn't want to be in this joke.",
      'The committee approved the annual budget for road repairs.',
    ],
    [
      'clickbait',
      clickbait,
      "21 Things You Won't Believe About Your Cat",
      'Parliament approves new budget after long debate',
    ],
    [
      'spam in mail',
      spam,
      'Dear Sir, get rich from home! No risk, guaranteed. To be removed from our mailing list fill out the form below!!',
      'Hello, our spring issue is here: three new bikes, a ride on Sunday, and the workshop hours of April.',
      'email',
    ],
    [
      'spam in messages',
      spam,
      'URGENT! You have won a 1000 prize. Call 09061701461 now to claim. Txt STOP to end',
      'Are you coming home for dinner tonight? I can pick you up.',
      'sms',
    ],
    [
      'authority',
      authority,
      'Our brakes stop the bike in four metres on wet roads. We test each of them by hand before it leaves the shop.',
      'Perhaps our brakes might possibly stop the bike, maybe in about four metres or so, and it seems that some people generally like them.',
    ],
  ])('%s tells the two ends apart', (_name, scorer, high, low, kind) => {
    expect(value(scorer, high, kind)).toBeGreaterThan(value(scorer, low, kind));
  });

  it.each([formality, energy, humor, spam, authority].map((scorer) => [scorer.id, scorer] as const))(
    '%s says nothing about a language without a model',
    (_id, scorer) => {
      const german =
        'Der Frühling ist da und mit ihm drei neue Räder, die wir Ihnen gern zeigen. Kommen Sie vorbei, fahren Sie Probe und sagen Sie uns danach, welches Ihnen am besten gefallen hat.';
      expect(scorer.score({ kind: 'email', blocks: [german] })).toMatchObject({
        is: 'insufficient-evidence',
        why: expect.stringContaining('English'),
      });
      expect(scorer.score({ kind: 'email', blocks: [] }).is).toBe('insufficient-evidence');
    },
  );

  it('is not fooled by names of objects', () => {
    expect(value(spam, 'constructor __proto__ toString hasOwnProperty valueOf', 'email')).toBeLessThan(50);
  });
});
