/** Alphabets whose letters look alike. */
const alike = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee'] as const;
const patterns = alike.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, 'u') }));
/** No host or handle is longer than 255 characters. */
const names = /(?:https?:\/\/|www\.|@)([\p{L}\p{N}\p{M}._-]{1,255})/giu;

/** The alphabets that are mixed in one word, such as Latin and Cyrillic; empty where only one is used. */
export function mixedScripts(word: string): readonly string[] {
  const used = patterns.filter(({ pattern }) => pattern.test(word)).map(({ script }) => script);
  return used.length > 1 ? used : [];
}

/** A host or handle in which letters of look-alike alphabets are mixed: it is not the name that people read. */
export interface MixedName {
  readonly name: string;
  readonly index: number;
  readonly scripts: readonly string[];
}

/** All such hosts (of links and addresses) and handles in a text. */
export function* findMixedNames(text: string): Generator<MixedName> {
  for (const match of text.matchAll(names)) {
    const name = match[1] ?? '';
    const scripts = name
      .split(/[._-]/)
      .map(mixedScripts)
      .find((found) => found.length > 0);
    if (scripts !== undefined) yield { name, index: match.index + match[0].length - name.length, scripts };
  }
}
