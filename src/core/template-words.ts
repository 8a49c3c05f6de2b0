/**
 * What the templates of `mergecast new` ask their authors to replace. A text that still holds one of these is not
 * finished; a test keeps this list and the templates together.
 */
export const templateWords: readonly string[] = [
  'say in one sentence what',
  'say in two sentences what',
  'Write here what people',
  'Say how to get it: where',
  'One sentence for lists and search results',
  'Say what to do next, and until when',
  'Say in one sentence what people get',
  'Say in one more why',
];

/** The first of these words in a text, and where it stands; null where there is none. */
export function findTemplateWords(text: string): { readonly words: string; readonly index: number } | null {
  for (const words of templateWords) {
    const index = text.indexOf(words);
    if (index >= 0) return { words, index };
  }
  return null;
}
