/** A link as readers meet it: where it leads, and its words. */
export interface Link {
  readonly address: string;
  readonly words: string;
}

/** Longest tag that is looked at, in characters: hostile text must not cost more than it is long. */
const longestTag = 4000;
const longestWords = 300;

const markdownLink = /\[([^\]\n]{0,300})\]\(([^)\s]{1,500})\)/g;

/** Links of HTML and Markdown, in time that grows with the text alone. */
export function* findLinks(text: string): Generator<Link> {
  const opening = /<a\b/gi;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const end = text.indexOf('>', match.index);
    if (end < 0) break;
    const tag = text.slice(match.index, Math.min(end, match.index + longestTag));
    const [, address] = /\shref\s{0,9}=\s{0,9}["']?([^"'\s>]+)/i.exec(tag) ?? [];
    if (address !== undefined) yield { address, words: text.slice(end + 1, end + 1 + longestWords).split(/<\/a/i, 1)[0] ?? '' }; // prettier-ignore
    // What looks like a tag inside a tag is none.
    opening.lastIndex = end;
  }
  for (const [, words = '', address = ''] of text.matchAll(markdownLink)) yield { address, words };
}
