import { objectOf, textOf, textsOf, type SandboxAnswer, type SandboxRequest, type Store } from '../../../sandbox/kit/index.ts';
import { invalidParameter, wordpressError } from './errors.ts';
import { mediaOf } from './media-file.ts';
import { gmt, type Post } from './post.ts';
import { toSlug } from './slugs.ts';
import { existingTerms } from './terms.ts';

type Mutable<T> = { -readonly [K in keyof T]?: T[K] };

/** What a create or update asks for, cleaned as WordPress does it, or its 400. Unknown fields are dropped without a word. */
export function readChanges(request: SandboxRequest, store: Store): Mutable<Post> | SandboxAnswer {
  const { fields } = request;
  if (request.isBroken) return wordpressError(400, 'rest_invalid_json', 'Invalid JSON body passed.');
  const changes: Mutable<Post> = { ...readTexts(fields) };
  if (fields['status'] !== undefined) {
    const status = textOf(fields['status']);
    if (!['publish', 'future', 'draft', 'pending', 'private'].includes(status)) return invalidParameter('status', 'status is not one of publish, future, draft, pending, and private.');
    changes.status = status;
  }
  for (const taxonomy of ['categories', 'tags'] as const) {
    if (fields[taxonomy] === undefined) continue;
    const ids = textsOf(fields[taxonomy]).map(Number);
    if (ids.some((id) => !Number.isInteger(id))) return invalidParameter(taxonomy, `${taxonomy}[0] is not of type integer.`);
    changes[taxonomy] = existingTerms(store, taxonomy === 'categories' ? 'category' : 'post_tag', ids);
  }
  const date = textOf(fields['date_gmt']) || textOf(fields['date']);
  if (date !== '') {
    const time = new Date(/(Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}Z`);
    if (Number.isNaN(time.getTime())) return invalidParameter('date', 'Invalid date.');
    Object.assign(changes, { date: gmt(time), isDated: true });
  }
  return { ...changes, ...readRest(fields, store) };
}

/** Whether it is the 400. */
export function isRefusal(changes: Mutable<Post> | SandboxAnswer): changes is SandboxAnswer {
  return typeof changes.status === 'number';
}

function readTexts(fields: Readonly<Record<string, unknown>>): Mutable<Post> {
  const raw = (name: string): string => textOf(fields[name]) || textOf(objectOf(fields[name])['raw']);
  return {
    ...(fields['title'] !== undefined && { title: raw('title').trim() }),
    ...(fields['content'] !== undefined && { content: secureLinks(raw('content')) }),
    ...(fields['excerpt'] !== undefined && { excerpt: raw('excerpt') }),
    ...(fields['slug'] !== undefined && { slug: toSlug(textOf(fields['slug'])) }),
    ...(fields['template'] !== undefined && { template: textOf(fields['template']) }),
  };
}

function readRest(fields: Readonly<Record<string, unknown>>, store: Store): Mutable<Post> {
  const media = Number(textOf(fields['featured_media']));
  return {
    ...(fields['featured_media'] !== undefined && { featuredMedia: mediaOf(store).get(String(media)) === undefined ? 0 : media }),
    ...(fields['sticky'] !== undefined && { sticky: fields['sticky'] === true }),
    ...(fields['author'] !== undefined && { author: Number(textOf(fields['author'])) || 1 }),
  };
}

/** Links that open a new window get `rel="noopener"`. */
function secureLinks(html: string): string {
  return html.replaceAll(/<a\b(?=[^>]*\starget=)(?![^>]*\srel=)([^>]*)>/gi, '<a$1 rel="noopener">');
}
