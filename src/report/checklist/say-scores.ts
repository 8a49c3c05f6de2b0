import type { Scores, TextScore } from '../../check/types.ts';
import { sayEase } from '../say-ease.ts';

/** Scores of every text in plain words, with what they rest on; what has no value says why. */
export function sayScores(scores: readonly TextScore[]): readonly string[] {
  return scores.flatMap((text) => {
    const values = sayValues(text.scores);
    const why = text.details.flatMap((detail) => (detail.why === undefined ? [] : [detail.why]));
    const head = `${text.step === text.kind ? text.step : `${text.step} (${text.kind})`}: ${values.join(', ') || why.join('; ') || 'no score'}`;
    const rest = text.details.flatMap(({ evidence, improve }) => [...evidence, ...improve]);
    return [rest.length === 0 ? head : `${head}. ${rest.map(sentence).join(' ')}`];
  });
}

function sayValues({ readability, ...rest }: Scores): string[] {
  const reading =
    readability === null
      ? []
      : [`${sayEase(readability.ease)} (school grade ${readability.grade}, ease ${readability.ease} of 100)`];
  const others = Object.entries(rest).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  return [...reading, ...others];
}

/** What scorers count is a part of a sentence; here each stands by itself. */
function sentence(words: string): string {
  const first = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]["”]?$/.test(first) ? first : `${first}.`;
}
