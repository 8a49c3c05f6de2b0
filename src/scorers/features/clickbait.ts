import type { Features } from '../model/linear-model.ts';
import { tokensOf } from '../model/tokens.ts';

/** What a headline or a short message shows: its words, their pairs, how it begins, how long it is. */
export function shortTextFeatures(text: string): Features {
  const tokens = tokensOf(text.slice(0, 5000));
  const features = new Map<string, number>([[`^ ${tokens[0] ?? ''}`, 1]]);
  tokens.forEach((one, index) => features.set(one, 1).set(`${one} ${tokens[index + 1] ?? '$'}`, 1));
  return features.set('#length', Math.min(30, tokens.length) / 15);
}
