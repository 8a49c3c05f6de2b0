import type { ScoreDetail, Scores } from '../check/types.ts';
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
  return `school grade ${value.grade} (lower is easier), reading ease ${value.ease} (higher is easier)`;
}
