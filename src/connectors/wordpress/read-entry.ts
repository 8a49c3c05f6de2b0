import { hashOf } from '../../core/canonical.ts';
import type { Answer } from '../../core/ports.ts';
import { at, listAt, readJson, textAt } from '../answer.ts';

/** A post or page as it is written, not as it is rendered: rendered text has other quotes, dashes and paragraphs. */
export interface Entry {
  readonly id: string;
  readonly status: string;
  readonly slug: string;
  /** Public address. */
  readonly link: string;
  readonly title: string;
  readonly content: string;
  readonly excerpt: string;
  readonly categories: readonly number[];
  readonly tags: readonly number[];
  /** Id of the image, 0 for none. */
  readonly image: number;
}

/** The fields that an entry is made of; `raw` comes only with the right to edit. */
export const entryFields =
  'id,status,slug,link,title.raw,content.raw,excerpt.raw,categories,tags,featured_media,modified_gmt';

/** Query of a look-up that shows what was written. */
export const asWritten: Readonly<Record<string, string>> = { context: 'edit', _fields: entryFields };

/** The entry in an answer, or null where the answer is none. */
export function readEntry(answer: Answer): Entry | null {
  if (answer.is !== 'answer' || answer.status < 200 || answer.status > 299) return null;
  return entryOf(readJson(answer));
}

/** The entries of a list, or null where the answer is none. */
export function readEntries(answer: Answer): readonly Entry[] | null {
  if (answer.is !== 'answer' || answer.status !== 200) return null;
  const json = readJson(answer);
  if (!Array.isArray(json)) return null;
  const entries = json.map(entryOf);
  return entries.every((entry) => entry !== null) ? entries : null;
}

function entryOf(json: unknown): Entry | null {
  const id = textAt(json, 'id');
  if (!/^[1-9]\d{0,15}$/.test(id) || typeof at(json, 'status') !== 'string') return null;
  return {
    id,
    status: textAt(json, 'status'),
    slug: textAt(json, 'slug'),
    link: textAt(json, 'link'),
    title: textAt(json, 'title', 'raw'),
    content: textAt(json, 'content', 'raw'),
    excerpt: textAt(json, 'excerpt', 'raw'),
    categories: listAt(json, 'categories').map(Number),
    tags: listAt(json, 'tags').map(Number),
    image: Number(textAt(json, 'featured_media') || '0'),
  };
}

/** Whether an answer says that there is no such post or upload (any more). */
export function isGone(answer: Answer): boolean {
  if (answer.is !== 'answer' || ![404, 410].includes(answer.status)) return false;
  return ['rest_post_invalid_id', 'rest_already_trashed'].includes(textAt(readJson(answer), 'code'));
}

/** A hash of what people edit: two looks at an entry show whether somebody wrote in it meanwhile. */
export function textState({ title, content, excerpt }: Entry): string {
  return hashOf([title, content, excerpt]);
}

/** The same with its address, terms and image; the trash adds to the slug, which is no edit. */
export function wholeState(entry: Entry): string {
  const ascending = (ids: readonly number[]): number[] => ids.toSorted((a, b) => a - b);
  const slug = entry.slug.replace(/__trashed$/, '');
  return hashOf([textState(entry), slug, ascending(entry.categories), ascending(entry.tags), entry.image]);
}
