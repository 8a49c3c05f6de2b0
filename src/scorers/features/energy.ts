import type { Features } from '../model/linear-model.ts';
import { isWord, tokensOf } from '../model/tokens.ts';

/** What a sentence shows of how excited it is: words and their beginnings, exclamations, capitals. */
export function energyFeatures(text: string): Features {
  const tokens = tokensOf(text);
  const words = tokens.filter(isWord);
  const weight = 1 / Math.sqrt(Math.max(6, words.length));
  const features = new Map(tokens.map((one) => [one, weight]));
  for (const one of words) if (one.length > 5) features.set(`~${one.slice(0, 5)}`, weight);
  return features
    .set('#exclaims', Math.min(3, (text.match(/!/g) ?? []).length) / 2)
    .set('#asks', text.includes('?') ? 1 : 0)
    .set('#words', Math.log(words.length + 1) / 3)
    .set('#capitals', (text.match(/\b\p{Lu}{4,}\b/gu) ?? []).length / Math.max(1, words.length));
}
