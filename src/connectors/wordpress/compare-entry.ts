import { isParts, mapLiterals, matchesTemplate } from '../../core/template.ts';
import type { Entry } from './read-entry.ts';

/** What was sent: fields of a request, open places included. */
type Sent = Readonly<Record<string, unknown>>;

const words: Readonly<Record<string, string>> = {
  title: 'the title',
  content: 'the content',
  excerpt: 'the excerpt',
  slug: 'the address',
  categories: 'the categories',
  tags: 'the tags',
  featured_media: 'the image',
};

/**
 * In what the site differs from what was sent, in words. WordPress takes away what an account may not write, and drops
 * categories and images that do not exist, without an error: so everything that was sent is compared.
 */
export function compareEntry(sent: Sent, entry: Entry): readonly string[] {
  return Object.entries(words).flatMap(([field, name]) =>
    sent[field] === undefined || isSame(field, sent[field], entry) ? [] : [name],
  );
}

function isSame(field: string, wanted: unknown, entry: Entry): boolean {
  switch (field) {
    case 'title':
      return matchesTemplate(trimmed(wanted), entry.title);
    case 'content':
      return matchesTemplate(wanted, entry.content) || isSameHtml(wanted, entry.content);
    case 'excerpt':
      return matchesTemplate(wanted, entry.excerpt);
    case 'slug':
      return wanted === entry.slug;
    case 'featured_media':
      return wanted === entry.image;
    default:
      return isSameSet(wanted, field === 'tags' ? entry.tags : entry.categories);
  }
}

/** Titles lose the white space around them. */
function trimmed(title: unknown): unknown {
  return typeof title === 'string' ? title.trim() : title;
}

/** Links that open a new window get `rel="noopener"`, whoever writes them. */
function isSameHtml(wanted: unknown, content: string): boolean {
  if (typeof wanted !== 'string' && !isParts(wanted)) return false;
  return matchesTemplate(mapLiterals(wanted, withoutNoopener), withoutNoopener(content));
}

function withoutNoopener(html: string): string {
  return html.replaceAll(/ rel="([^"<>]*)"/g, (whole, values: string) => {
    const rest = values.split(' ').filter((value) => value !== 'noopener' && value !== '');
    return values.includes('noopener') ? (rest.length === 0 ? '' : ` rel="${rest.join(' ')}"`) : whole;
  });
}

function isSameSet(wanted: unknown, ids: readonly number[]): boolean {
  if (!Array.isArray(wanted)) return false;
  return wanted.length === ids.length && wanted.every((id) => ids.includes(Number(id)));
}

/** `the title and the content`. */
export function listWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
