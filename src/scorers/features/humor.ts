import type { Features } from '../model/linear-model.ts';
import { tokensOf } from '../model/tokens.ts';

const silent = new Set(['"', ':', ';', '-', '(', ')']);

/** What a short passage shows of a joke: words and pairs, a question that is answered, who is spoken of. */
export function humorFeatures(text: string): Features {
  const tokens = tokensOf(text).filter((one) => !silent.has(one));
  const weight = 2.5 / Math.sqrt(Math.max(8, tokens.length));
  const features = new Map<string, number>([[`^ ${tokens[0] ?? ''}`, 1]]);
  tokens.forEach((one, index) => {
    const next = tokens[index + 1];
    features.set(one, weight);
    if (next !== undefined) features.set(`${one} ${next}`, weight);
  });
  const question = text.indexOf('?');
  const has = (...words: string[]): number => (words.some((one) => features.has(one)) ? 1 : 0);
  return features
    .set('#answered', question > 0 && question < text.length - 6 ? 1 : 0)
    .set('#you', has('you', 'your'))
    .set('#me', has('i', 'my', 'me'));
}
