/** A tag as a browser would read it. */
export interface Tag {
  /** In lower case; `!--` for a comment that never ends. */
  readonly name: string;
  readonly isClosing: boolean;
  /** By name in lower case; values as written, without quotes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  /** Just after the `>`. */
  readonly end: number;
  /** True where the text ends inside the tag: whatever is appended would become a part of it. */
  readonly isUnclosed: boolean;
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const commentEnd = /--!?>/g;

/** All tags in order, without those in comments unless asked for. Linear in the length, whatever the text. */
export function* scanTags(html: string, options: { readonly inComments?: boolean } = {}): Generator<Tag> {
  const finder = options.inComments === true ? /<(\/?)([a-zA-Z][^\s/>]*)/g : /<!--|<(\/?)([a-zA-Z][^\s/>]*)/g;
  for (let match = finder.exec(html); match !== null; match = finder.exec(html)) {
    const tag = readTag(html, match);
    finder.lastIndex = tag.end;
    // A comment that ends is nobody's business; one that does not swallows whatever follows.
    if (tag.name !== '!--' || tag.isUnclosed) yield tag;
    if (tag.isUnclosed) return;
  }
}

function readTag(html: string, match: RegExpExecArray): Tag {
  const isComment = match[0] === '<!--';
  const bodyStart = match.index + match[0].length;
  const found = isComment ? endOfComment(html, bodyStart) : endOfTag(html, bodyStart);
  const end = found === -1 ? html.length : found;
  return {
    name: isComment ? '!--' : (match[2] ?? '').toLowerCase(),
    isClosing: match[1] === '/',
    attributes: readAttributes(html.slice(bodyStart, end)),
    start: match.index,
    end,
    isUnclosed: found === -1,
  };
}

function endOfComment(html: string, from: number): number {
  // `<!-->` and `<!--->` are whole comments to a browser.
  if (html.startsWith('>', from)) return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  commentEnd.lastIndex = from;
  return commentEnd.exec(html) === null ? -1 : commentEnd.lastIndex;
}

/** A `>` inside a quoted value ends nothing, and a quote opens a value only right after `=`. */
function endOfTag(html: string, from: number): number {
  let isValueNext = false;
  for (let index = from; index < html.length; index += 1) {
    const character = html.charAt(index);
    if (character === '>') return index + 1;
    if (isValueNext && /["']/.test(character)) {
      index = html.indexOf(character, index + 1);
      if (index === -1) return -1;
      isValueNext = false;
    } else if (character.trim() !== '') isValueNext = character === '=';
  }
  return -1;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}
