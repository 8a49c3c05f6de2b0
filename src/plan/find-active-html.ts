import { decodeEntities } from './html-to-text.ts';
import { scanTags, type Tag } from './scan-tags.ts';

/** Something in HTML that runs, or shows what nobody has approved. */
export interface ActiveHtml {
  readonly what: string;
  /** The words that show it, at most 80 characters. */
  readonly evidence: string;
}

const forbidden = ['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'base'];
const addresses = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'xlink:href', 'srcdoc'];
const anywhere = new RegExp(`<\\s*(?:${forbidden.join('|')})\\b`, 'gi');
const handlerAnywhere = /<[a-zA-Z][^<>]*[\s"'/]on[a-z]{3,}\s*=/gi;

/**
 * Scripts, frames, event handlers and `javascript:` links. A browser may read tags where a scanner does not expect
 * them (in a title, a comment, an attribute), so the text is read in three ways and any of them is enough.
 */
export function findActiveHtml(html: string): readonly ActiveHtml[] {
  const tags = [...scanTags(html), ...scanTags(html, { inComments: true })];
  const found = [
    ...tags.flatMap((tag) => inTag(tag, html)),
    ...[...html.matchAll(anywhere)].map((match) =>
      at(html, match.index, `the element ${match[0].replace(/\s/g, '')}>`),
    ),
    ...[...html.matchAll(handlerAnywhere)].map((match) => at(html, match.index, 'a program in an attribute (on...=)')),
  ];
  return [...new Map(found.map((one) => [`${one.what} ${one.evidence}`, one])).values()];
}

function inTag(tag: Tag, html: string): ActiveHtml[] {
  const found: ActiveHtml[] = [];
  if (tag.isUnclosed) found.push(at(html, tag.start, 'a tag or comment that is never closed'));
  for (const [name, value] of tag.attributes) {
    if (/^on[a-z]{3,}$/.test(name)) found.push(at(html, tag.start, 'a program in an attribute (on...=)'));
    if (addresses.includes(name) && runs(value)) found.push(at(html, tag.start, 'a link that runs a program'));
  }
  if (tag.name === 'meta' && tag.attributes.get('http-equiv')?.toLowerCase() === 'refresh')
    found.push(at(html, tag.start, 'a redirect (meta refresh)'));
  return found;
}

function runs(address: string): boolean {
  // Browsers ignore control characters and white space in front of and inside the scheme.
  // oxlint-disable-next-line no-control-regex
  const plain = decodeEntities(address.replace(/&(tab|newline);/gi, '').replace(/&colon;/gi, ':')).replace(
    /[\u0000-\u0020]/g,
    '',
  );
  return /^(javascript|vbscript|data:text\/html|data:image\/svg)/i.test(plain);
}

function at(html: string, start: number, what: string): ActiveHtml {
  return { what, evidence: html.slice(start, start + 80).replace(/\s+/g, ' ') };
}
