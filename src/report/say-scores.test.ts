import { expect, it } from 'vitest';
import { sayScores } from './checklist/say-scores.ts';
import { renderScores } from './render-scores.ts';

it.each([
  [82.1, 'easy to read'],
  [70, 'easy to read'],
  [69.9, 'medium, neither easy nor hard to read'],
  [50, 'medium, neither easy nor hard to read'],
  [49.9, 'hard to read'],
])('says of an ease of %d in plain words first: %s', (ease, words) => {
  const scores = { readability: { grade: 4.2, ease } };
  const evidence = ['9.3 words a sentence', 'longest sentence, 23 words: "Why?"'];
  const details = [{ scorer: 'readability', rubric: 'flesch-1', evidence, improve: [] }];
  const text = { step: 'blog', kind: 'blog', scores, details } as unknown as Parameters<typeof sayScores>[0][number];
  expect(sayScores([text])).toEqual([
    `blog: ${words} (school grade 4.2, ease ${ease} of 100). 9.3 words a sentence. Longest sentence, 23 words: "Why?"`,
  ]);
  expect(renderScores(text.scores, details)).toContain(`readability: ${words} (school grade 4.2`);
});
