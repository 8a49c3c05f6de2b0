import type { ScoreDetail, Scores } from '../check/types.ts';
import { sayEase } from './say-ease.ts';
import { wrapLines } from './wrap-lines.ts';

/** Scores of one text for a terminal: what was measured, what it rests on, what would make it better. */
export function renderScores(scores: Scores, details: readonly ScoreDetail[]): string {
  const lines = details.flatMap(({ scorer, rubric, evidence, improve, why }) => [
    `${scorer}: ${why === undefined ? words(scores[scorer as keyof Scores]) : `nothing can be said (${why})`} [${rubric}]`,
    ...evidence.map((one) => `  ${one}`),
    ...improve.map((one) => `  -> ${one}`),
  ]);
  return `${wrapLines(lines.join('\n'), 80)}\n`;
}

function words(value: Scores[keyof Scores]): string {
  if (value === null) return 'nothing can be said';
  if (typeof value === 'number') return String(value);
  const { grade, ease } = value;
  return `${sayEase(ease)} (school grade ${grade}, lower is easier; ease ${ease} of 100, higher is easier)`;
}
