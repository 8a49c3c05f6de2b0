import { distance } from 'fastest-levenshtein';

/** The known word that somebody most likely meant, or undefined where none is close enough. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  let best: { readonly word: string; readonly steps: number } | undefined;
  for (const candidate of known) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (best === undefined || steps < best.steps) best = { word: candidate, steps };
  }
  return best !== undefined && best.steps <= Math.max(2, Math.floor(word.length / 3)) ? best.word : undefined;
}
