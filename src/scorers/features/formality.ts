import type { Features } from '../model/linear-model.ts';
import { isWord, tokensOf } from '../model/tokens.ts';

/** What a sentence shows of its tone: words, their endings, their length, and how carefully it is written. */
export function formalityFeatures(text: string): Features {
  const tokens = tokensOf(text);
  const words = tokens.filter(isWord);
  const features = new Map<string, number>();
  const weight = 2 / Math.sqrt(Math.max(4, tokens.length));
  const add = (name: string): unknown => features.set(name, (features.get(name) ?? 0) + weight);
  tokens.forEach(add);
  words.filter(({ length }) => length > 4).forEach((one) => add(`~${one.slice(-3)}`));
  for (const [name, value] of measures(text, words)) features.set(name, value);
  return features;
}

function measures(text: string, words: readonly string[]): readonly (readonly [string, number])[] {
  const count = Math.max(1, words.length);
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  return [
    ['#letters', letters / count / 5],
    ['#long', (words.filter(({ length }) => length > 6).length / count) * 2],
    ['#words', Math.log(count + 1) / 3],
    ['#starts-small', /^\s*["'(]?\p{Ll}/u.test(text) ? 1 : 0],
    ['#small-i', /\bi\b/.test(text) ? 1 : 0],
    ['#capitals', (text.match(/\b\p{Lu}{3,}\b/gu) ?? []).length / count],
    ['#no-end', /[.!?:"')]\s*$/.test(text) ? 0 : 1],
    ['#exclaims', text.includes('!') ? 1 : 0],
    ['#dots', /\.\.\.|…|\. \. \./.test(text) ? 1 : 0],
    ['#commas', ((text.match(/,/g) ?? []).length / count) * 5],
    ['#different', new Set(words).size / count],
  ];
}
