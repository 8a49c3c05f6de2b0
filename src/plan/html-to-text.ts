import { scanTags, type Tag } from './scan-tags.ts';

const block = new Set(
  'address article aside blockquote br div dl dt dd figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const unseen = new Set(['head', 'script', 'style', 'template', 'title']);
const noProse = new Set([...unseen, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code', 'nav']);
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * HTML -> what a reader sees, as text: blocks on lines of their own, links followed by their address. One pass over
 * the tags, so that no nesting, however deep, can exhaust the stack.
 */
export function htmlToText(html: string): string {
  let text = '';
  let position = 0;
  let hiddenIn: string | null = null;
  const addresses: string[] = [];
  const add = (piece: string): void => void (hiddenIn === null && (text += piece.replace(/\s+/g, ' ')));
  for (const tag of scanTags(html)) {
    add(html.slice(position, tag.start));
    position = tag.end;
    if (hiddenIn === null) text += textOfTag(tag, addresses);
    if (hiddenIn === null && unseen.has(tag.name) && !tag.isClosing) hiddenIn = tag.name;
    else if (tag.isClosing && tag.name === hiddenIn) hiddenIn = null;
  }
  add(html.slice(position));
  return tidy(text);
}

/** What a reader sees in place of a tag. Open links wait on the stack for their end. */
function textOfTag(tag: Tag, addresses: string[]): string {
  if (block.has(tag.name)) return '\n';
  if (tag.name === 'img') return tag.attributes.get('alt') ?? '';
  if (tag.name !== 'a') return '';
  if (tag.isClosing) return closeLink(addresses);
  addresses.push(tag.attributes.get('href') ?? '');
  return '';
}

function closeLink(addresses: string[]): string {
  const address = addresses.pop() ?? '';
  return /^(https?:|mailto:|p[0-9a-f]{24}x)/.test(address) ? ` (${address})` : '';
}

function tidy(text: string): string {
  return decodeEntities(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** HTML -> its paragraphs, list items and cells as prose; headings, code and navigation are none. */
export function htmlToBlocks(html: string): readonly string[] {
  const blocks: string[] = [];
  let current = '';
  let position = 0;
  let skipped: string | null = null;
  for (const tag of scanTags(html)) {
    if (skipped === null) current += html.slice(position, tag.start);
    position = tag.end;
    if (skipped === null && !tag.isClosing && noProse.has(tag.name)) skipped = tag.name;
    else if (tag.isClosing && tag.name === skipped) skipped = null;
    if (!block.has(tag.name)) continue;
    blocks.push(current);
    current = '';
  }
  if (skipped === null) current += html.slice(position);
  return [...blocks, current]
    .map((text) => decodeEntities(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

/** Numeric and the commonest named character references. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]+));?/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : whole;
  });
}
