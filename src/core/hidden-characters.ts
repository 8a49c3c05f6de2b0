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

const suspicious =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}\u2028\u2029\u115F\u1160\u3164\uFFA0]|\u034F|\u17B4|\u17B5/gu;
/** Scripts whose letters are joined or kept apart by U+200C and U+200D in ordinary spelling. */
const joinedScript =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}]$/u;
const beforeEmojiJoiner = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u;
const afterEmojiJoiner = /^\p{Extended_Pictographic}/u;
const subdivisionFlag = /\u{1F3F4}[\u{E0061}-\u{E007A}\u{E0030}-\u{E0039}]{2,6}\u{E007F}/gu;

/** Every hidden character of a text, in order. Emoji sequences, soft hyphens and ordinary spelling are none. */
export function* findHidden(text: string): Generator<HiddenCharacter> {
  const flags = text.matchAll(subdivisionFlag);
  let flag = flags.next().value;
  for (const match of text.matchAll(suspicious)) {
    while (flag !== undefined && flag.index + flag[0].length <= match.index) flag = flags.next().value;
    const kind = kindOf(match[0], text, match.index);
    if (kind === null || (flag !== undefined && match.index > flag.index)) continue;
    yield { kind, index: match.index, codePoint: codePointName(match[0]) };
  }
}

/** `U+202E` for a character. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** In this order: a tag character is also a format character. */
const kinds: readonly (readonly [kind: HiddenKind, characters: RegExp])[] = [
  ['control', /[\p{Cc}\u2028\u2029]/u],
  ['surrogate', /\p{Cs}/u],
  ['bidi', /[\u202A-\u202E\u2066-\u2069]/],
  ['tag', /[\u{E0000}-\u{10FFFF}]/u],
];

function kindOf(character: string, text: string, index: number): HiddenKind | null {
  // Tab, newline and soft hyphen are ordinary.
  if (/[\t\n\u00AD]/.test(character)) return null;
  const kind = kinds.find(([, characters]) => characters.test(character))?.[0];
  if (kind !== undefined) return kind;
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
