import type { Features } from '../model/linear-model.ts';
import { tokensOf } from '../model/tokens.ts';

const placeholders = /\{\{[^}]{0,200}\}\}|\*\|[^|]{0,200}\|\*|<%[^%]{0,200}%>/g;
const addresses = /https?:\S{1,2000}|\S{1,100}@\S{1,100}/g;
/** Longest part that is looked at: spam says what it wants early. */
const longest = 20_000;

/** What an e-mail shows of unwanted advertising: words and pairs, shouting, sums. Addresses and placeholders say nothing. */
export function mailFeatures(text: string): Features {
  const plain = text.slice(0, longest).replace(placeholders, ' ').replace(addresses, ' ');
  const tokens = tokensOf(plain);
  const isPlain = (one: string | undefined): boolean => one !== undefined && /^[a-z][a-z']+$/.test(one);
  const words = new Set(tokens.filter((one) => one.length > 2 && isPlain(one)));
  const weight = 6 / Math.sqrt(Math.max(30, words.size));
  const features = new Map([...words].map((one) => [one, weight]));
  tokens.forEach((one, index) => {
    const next = tokens[index + 1];
    if (isPlain(one) && isPlain(next)) features.set(`${one} ${next}`, weight * 0.8);
  });
  for (const [name, value] of loudness(plain, tokens.length)) features.set(name, value);
  return features;
}

function loudness(text: string, tokens: number): readonly (readonly [string, number])[] {
  const share = (pattern: RegExp, factor: number): number =>
    Math.min(1, ((text.match(pattern) ?? []).length / Math.max(20, tokens)) * factor);
  return [
    ['#exclaims', share(/!/g, 15)],
    ['#capitals', share(/\b[A-Z]{4,}\b/g, 8)],
    ['#sums', share(/[$€£]\s?\d/g, 20)],
    ['#per-cent', share(/\d\s?%/g, 30)],
    ['#shouts', /!!|\$\$/.test(text) ? 1 : 0],
  ];
}
