import type { Scores, TextScore } from '../../check/types.ts';

/** Scores of every text with what they rest on; what has no value says why. */
export function sayScores(scores: readonly TextScore[]): readonly string[] {
  return scores.flatMap((text) => {
    const values = sayValues(text.scores);
    const why = text.details.flatMap((detail) => (detail.why === undefined ? [] : [detail.why]));
    const head = `${text.step === text.kind ? text.step : `${text.step} (${text.kind})`}: ${values.join(', ') || why.join('; ') || 'no score'}`;
    const rest = text.details.flatMap(({ evidence, improve }) => [...evidence, ...improve]);
    return [rest.length === 0 ? head : `${head}. ${rest.map(withStop).join(' ')}`];
  });
}

function sayValues({ readability, ...rest }: Scores): string[] {
  const reading =
    readability === null
      ? []
      : [`reading grade ${readability.grade}, ease ${readability.ease} of 100 (higher is easier)`];
  const others = Object.entries(rest).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  return [...reading, ...others];
}

function withStop(sentence: string): string {
  return /[.!?]["”]?$/.test(sentence) ? sentence : `${sentence}.`;
}
