import { revealHidden } from '../reveal-hidden.ts';

/** A space without width: forges look for mentions, references and addresses after Markdown is rendered, so only a real character stops them. */
const gap = '&#8203;';

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Somebody's words on one line of a comment: shown as written, without any effect. */
export function inline(text: string, longest = 300): string {
  // A cut before the work: what is far beyond the end is never shown.
  const line = revealHidden(text.slice(0, longest * 8))
    .replace(/\s+/g, ' ')
    .trim();
  return isolate(inert(shorten(line, longest)));
}

/** Words of the catalogue, in which `like this` is something to type. They quote people too, so nothing else is kept. */
export function message(text: string): string {
  const line = shorten(revealHidden(text).replace(/\s+/g, ' ').trim(), 800);
  const parts = line.split(/(`[^`]+`)/);
  return isolate(parts.map((part) => (/^`[^<>@#!&`]+`$/.test(part) ? part : inert(part))).join(''));
}

/** Somebody's words as a quotation, line by line. */
export function quote(text: string): string {
  const lines = revealHidden(text)
    .split('\n')
    .map((line) => line.trim());
  return lines.map((line, index) => quoteLine(line, lines[index + 1])).join('\n');
}

function quoteLine(line: string, next: string | undefined): string {
  if (line === '') return '>';
  // The backslash keeps the line break that the writer made.
  return `> ${isolate(startless(inert(line)))}${next === undefined || next === '' ? '' : '\\'}`;
}

/** Takes the meaning from everything that Markdown or a forge would act on. */
function inert(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => markup[character] ?? '')
    .replace(/[\\`*_[\]|~$]/g, (character) => `\\${character}`)
    .replace(/([@#!])(?=[^\s.,;:!?])/g, `$1${gap}`)
    .replace(/:(?=\/\/|[\p{L}\p{N}_+-]+:)/gu, `:${gap}`)
    .replace(/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${gap}`)
    .replace(/\b([A-Za-z]{1,15}-)(?=\d)/g, `$1${gap}`)
    .replace(/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)([0-9a-f]{3})(?=[0-9a-f]{4,})/gi, `$1${gap}`);
}

/** Headings, lists, quotations, rules and code begin at the beginning of a line. */
function startless(line: string): string {
  return line.replace(/^([#+\-=]|:::)/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Words written from right to left do not reorder their neighbours. */
function isolate(text: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
}

/** Cuts between characters, never inside one. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
