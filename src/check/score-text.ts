import type { Content } from '../core/contract.ts';
import type { Scorer, TextKind } from '../core/scorer.ts';
import type { ScoreDetail, Scores } from './types.ts';
import { proseOf } from './prose-of.ts';

/** Longest text that is scored, in UTF-16 units. */
export const longestScoredText = 512 * 1024;

/** Where nothing can be said. */
export const noScores: Scores = {
  formality: null,
  energy: null,
  humor: null,
  authority: null,
  readability: null,
  clickbait: null,
  spam: null,
  quality: null,
};

/** Scores of one text with what they rest on. A measure that has no scorer yet is null, never a guess. */
export async function scoreText(
  text: string,
  options: { readonly kind: TextKind; readonly format?: Content['format'] },
  scorers: readonly Scorer[],
): Promise<{ readonly scores: Scores; readonly details: readonly ScoreDetail[] }> {
  if (text.length > longestScoredText) {
    const why = `longer than ${longestScoredText / 1024} KB`;
    return {
      scores: noScores,
      details: scorers.map(({ id, rubric }) => ({ scorer: id, rubric, evidence: [], improve: [], why })),
    };
  }
  const blocks = await proseOf(text, options.format ?? 'plain');
  const answers = scorers.map((scorer) => ({ scorer, score: scorer.score({ kind: options.kind, blocks }) }));
  const values = answers.flatMap(({ scorer, score }) => (score.is === 'scored' ? [[scorer.id, score.value]] : []));
  return {
    scores: { ...noScores, ...Object.fromEntries(values) },
    details: answers.map(({ scorer: { id, rubric }, score }) =>
      score.is === 'scored'
        ? { scorer: id, rubric, evidence: score.evidence, improve: score.improve }
        : { scorer: id, rubric, evidence: [], improve: [], why: score.why },
    ),
  };
}
