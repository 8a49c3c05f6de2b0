const token = /n't\b|'(?:s|m|re|ve|d|ll)\b|\p{L}+|\d+|[!?]+|\.{2,}|…|[.,:;()"$€£%&-]/giu;
/** Longer runs of letters are no words: encoded data, or an attempt to be slow. */
const longestWord = 50;

/**
 * Words, numbers and marks of a text, lower case. Contractions are two words (`do n't`), as in the texts that the models
 * were trained on; numbers are `0`, repeated marks one token.
 */
export function tokensOf(text: string): readonly string[] {
  const plain = text
    .replace(/[’‘`]/g, "'")
    .replace(/n ?'t\b/gi, " n't")
    .replace(/ ?'(s|m|re|ve|d|ll)\b/gi, " '$1");
  return (plain.match(token) ?? []).filter(({ length }) => length <= longestWord).map(normal);
}

function normal(found: string): string {
  if (/^\d/.test(found)) return '0';
  if (/^[!?]{2,}$/.test(found)) return '!!';
  return found.toLowerCase();
}

/** Whether a token is a word rather than a number or a mark. */
export function isWord(one: string): boolean {
  return /\p{L}/u.test(one);
}
