/** What a character that people cannot see, or that reorders what they see, does. */
export type HiddenKind = 'control' | 'bidi' | 'zero-width' | 'tag' | 'surrogate';

/** One such character in a text. */
export interface HiddenCharacter {
  readonly kind: HiddenKind;
  /** Index in UTF-16 units. */
  readonly index: number;
  /** As people write it: `U+202E`. */
  readonly codePoint: string;
}

const suspicious = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}\u2028\u2029\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/gu;
/** Scripts whose letters are joined or kept apart by U+200C and U+200D in ordinary spelling. */
const joinedScript =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}]$/u;
const beforeEmojiJoiner = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u;
const afterEmojiJoiner = /^\p{Extended_Pictographic}/u;
const subdivisionFlag = /\u{1F3F4}[\u{E0061}-\u{E007A}\u{E0030}-\u{E0039}]{2,6}\u{E007F}/gu;

/** Every hidden character of a text, in order. Emoji sequences, soft hyphens and ordinary spelling are none. */
export function* findHidden(text: string): Generator<HiddenCharacter> {
  const flags = [...text.matchAll(subdivisionFlag)].map(({ index, 0: { length } }) => [index, index + length] as const);
  for (const match of text.matchAll(suspicious)) {
    const kind = kindOf(match[0], text, match.index);
    if (kind === null || flags.some(([start, end]) => match.index > start && match.index < end)) continue;
    yield { kind, index: match.index, codePoint: codePointName(match[0]) };
  }
}

/** `U+202E` for a character. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function kindOf(character: string, text: string, index: number): HiddenKind | null {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09 || code === 0x0a || code === 0xad) return null;
  if (/\p{Cc}/u.test(character) || code === 0x2028 || code === 0x2029) return 'control';
  if (/\p{Cs}/u.test(character)) return 'surrogate';
  if (/[\u202A-\u202E\u2066-\u2069]/.test(character)) return 'bidi';
  if (code >= 0xe0000) return 'tag';
  return isOrdinary(character, text, index) ? null : 'zero-width';
}

function isOrdinary(character: string, text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 3), index);
  if (/\p{Variation_Selector}/u.test(character)) return before !== '' && !/[\p{Variation_Selector}\s]$/u.test(before);
  if (character === '\u200C') return joinedScript.test(before);
  if (character !== '\u200D') return /[\u0600-\u0605\u06DD\u070F\u08E2]/.test(character);
  return (
    joinedScript.test(before) ||
    (beforeEmojiJoiner.test(before) && afterEmojiJoiner.test(text.slice(index + 1, index + 3)))
  );
}
