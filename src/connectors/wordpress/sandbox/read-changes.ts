import {
  objectOf,
  textOf,
  textsOf,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { invalidParameter, wordpressError } from './errors.ts';
import { mediaOf } from './media-file.ts';
import { gmt, type Post } from './post.ts';
import { toSlug } from './slugs.ts';
import { existingTerms } from './terms.ts';

type Fields = Readonly<Record<string, unknown>>;
type Mutable<T> = { -readonly [K in keyof T]?: T[K] };

/** What a create or update asks for, cleaned as WordPress does it, or its 400. Unknown fields are dropped without a word. */
export function readChanges(request: SandboxRequest, store: Store): Mutable<Post> | SandboxAnswer {
  const { fields } = request;
  if (request.isBroken) return wordpressError(400, 'rest_invalid_json', 'Invalid JSON body passed.');
  const problem = findProblem(fields);
  if (problem !== null) return problem;
  return {
    ...readTexts(fields),
    ...readTerms(fields, store),
    ...readTime(fields),
    ...readRest(fields, store),
  };
}

function findProblem(fields: Fields): SandboxAnswer | null {
  const statuses = ['publish', 'future', 'draft', 'pending', 'private'];
  if (fields['status'] !== undefined && !statuses.includes(textOf(fields['status'])))
    return invalidParameter('status', 'status is not one of publish, future, draft, pending, and private.');
  for (const name of ['categories', 'tags'])
    if (textsOf(fields[name] ?? []).some((id) => !/^\d+$/.test(id)))
      return invalidParameter(name, `${name}[0] is not of type integer.`);
  const time = timeOf(fields);
  return time !== null && Number.isNaN(time.getTime()) ? invalidParameter('date', 'Invalid date.') : null;
}

/** A date without zone is GMT here, as in `date_gmt`. */
function timeOf(fields: Fields): Date | null {
  const date = textOf(fields['date_gmt']) || textOf(fields['date']);
  if (date === '') return null;
  return new Date(/(Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}Z`);
}

function readTime(fields: Fields): Mutable<Post> {
  const time = timeOf(fields);
  return time === null ? {} : { date: gmt(time), isDated: true };
}

function readTerms(fields: Fields, store: Store): Mutable<Post> {
  const ids = (name: string): number[] => textsOf(fields[name]).map(Number);
  return {
    ...(fields['categories'] !== undefined && {
      categories: existingTerms(store, 'category', ids('categories')),
    }),
    ...(fields['tags'] !== undefined && { tags: existingTerms(store, 'post_tag', ids('tags')) }),
  };
}

/** Whether it is the 400. */
export function isRefusal(changes: Mutable<Post> | SandboxAnswer): changes is SandboxAnswer {
  return typeof changes.status === 'number';
}

function readTexts(fields: Fields): Mutable<Post> {
  const raw = (name: string): string => textOf(fields[name]) || textOf(objectOf(fields[name])['raw']);
  return {
    ...(fields['title'] !== undefined && { title: raw('title').trim() }),
    ...(fields['content'] !== undefined && { content: secureLinks(raw('content')) }),
    ...(fields['excerpt'] !== undefined && { excerpt: raw('excerpt') }),
    ...(fields['slug'] !== undefined && { slug: toSlug(textOf(fields['slug'])) }),
    ...(fields['template'] !== undefined && { template: textOf(fields['template']) }),
  };
}

function readRest(fields: Fields, store: Store): Mutable<Post> {
  const media = Number(textOf(fields['featured_media']));
  return {
    ...(fields['featured_media'] !== undefined && {
      featuredMedia: mediaOf(store).get(String(media)) === undefined ? 0 : media,
    }),
    ...(fields['sticky'] !== undefined && { sticky: fields['sticky'] === true }),
    ...(fields['status'] !== undefined && { status: textOf(fields['status']) }),
    ...(fields['author'] !== undefined && { author: Number(textOf(fields['author'])) || 1 }),
  };
}

/** Links that open a new window get `rel="noopener"`. */
function secureLinks(html: string): string {
  return html.replaceAll(/<a\b(?=[^>]*\starget=)(?![^>]*\srel=)([^>]*)>/gi, '<a$1 rel="noopener">');
}
