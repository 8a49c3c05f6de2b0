import {
  json,
  textOf,
  textsOf,
  type Collection,
  type Route,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { wordpressError } from './errors.ts';
import { pageOf, pick } from './page-of.ts';
import { toSlug } from './slugs.ts';

/** A category or tag. */
export interface Term {
  readonly id: number;
  readonly taxonomy: Taxonomy;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
}

type Taxonomy = 'category' | 'post_tag';

const uncategorized: Term = {
  id: 1,
  taxonomy: 'category',
  name: 'Uncategorized',
  slug: 'uncategorized',
  description: '',
};

function termsOf(store: Store): Collection<Term> {
  return store.collection<Term>('terms');
}

function allTerms(store: Store, taxonomy: Taxonomy): Term[] {
  return [uncategorized, ...termsOf(store).list()].filter((term) => term.taxonomy === taxonomy);
}

/** Those of the ids that exist; WordPress drops the others without a word. */
export function existingTerms(store: Store, taxonomy: Taxonomy, ids: readonly number[]): number[] {
  const known = new Set(allTerms(store, taxonomy).map(({ id }) => id));
  return [...new Set(ids)].filter((id) => known.has(id));
}

/** Routes of `categories` or `tags`. */
export function termRoutes(base: 'categories' | 'tags'): Route[] {
  const [taxonomy, word] = base === 'categories' ? (['category', 'category'] as const) : (['post_tag', 'tag'] as const);
  const path = `/wp-json/wp/v2/${base}`;
  return [
    {
      method: 'GET',
      path,
      operation: `find-${base}`,
      reads: true,
      handle: (request, store) => listTerms(request, store, taxonomy),
    },
    {
      method: 'POST',
      path,
      operation: `ensure-${word}`,
      handle: (request, store) => createTerm(request, store, taxonomy),
    },
    {
      method: 'GET',
      path: `${path}/:id(\\d+)`,
      operation: `read-${word}`,
      reads: true,
      handle: (request, store) => readTerm(request, store, taxonomy),
    },
    {
      method: 'DELETE',
      path: `${path}/:id(\\d+)`,
      operation: `delete-${word}`,
      handle: (request, store) => deleteTerm(request, store, { taxonomy, made: `ensure-${word}` }),
    },
  ];
}

function createTerm(request: SandboxRequest, store: Store, taxonomy: Taxonomy): SandboxAnswer {
  const name = escapeName(textOf(request.fields['name']).trim());
  if (name === '')
    return wordpressError(400, 'rest_missing_callback_param', 'Missing parameter(s): name', {
      params: ['name'],
    });
  const existing = allTerms(store, taxonomy);
  const same = existing.find((term) => term.name.toLowerCase() === name.toLowerCase());
  if (same !== undefined)
    return wordpressError(400, 'term_exists', 'A term with the name provided already exists with this parent.', {
      term_id: same.id,
    });
  const wanted = toSlug(textOf(request.fields['slug']) || name);
  const slugs = new Set(existing.map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; slugs.has(slug); number += 1) slug = `${wanted}-${number}`;
  const id = store.next('terms') + 1;
  const term: Term = { id, taxonomy, name, slug, description: textOf(request.fields['description']) };
  termsOf(store).put(String(id), term);
  store.effect({ effect: 'inert', key: null, id: String(id) });
  return json(201, show(term, request), { location: `${request.origin}/wp-json${restPath(term)}` });
}

function listTerms(request: SandboxRequest, store: Store, taxonomy: Taxonomy): SandboxAnswer {
  const slugs = textsOf(request.query.getAll('slug').concat(request.query.getAll('slug[]')).join(','));
  const include = textsOf(request.query.get('include') ?? '');
  const search = escapeName(request.query.get('search') ?? '').toLowerCase();
  const found = allTerms(store, taxonomy)
    .filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
    .filter(({ id }) => include.length === 0 || include.includes(String(id)))
    .filter(({ name, slug }) => search === '' || name.toLowerCase().includes(search) || slug.includes(search));
  return pageOf(request, found, (term) => show(term, request), 'rest_term_invalid_page_number');
}

function readTerm(request: SandboxRequest, store: Store, taxonomy: Taxonomy): SandboxAnswer {
  const term = allTerms(store, taxonomy).find(({ id }) => String(id) === request.parameters['id']);
  return term === undefined ? noTerm() : json(200, show(term, request));
}

function deleteTerm(
  request: SandboxRequest,
  store: Store,
  { taxonomy, made }: { taxonomy: Taxonomy; made: string },
): SandboxAnswer {
  const id = request.parameters['id'] ?? '';
  const term = termsOf(store).get(id);
  if (term === undefined || term.taxonomy !== taxonomy) return noTerm();
  const isForced =
    (request.query.get('force') ?? textOf(request.fields['force'])) === 'true' || request.fields['force'] === true;
  if (!isForced)
    return wordpressError(
      501,
      'rest_trash_not_supported',
      "Terms do not support trashing. Set 'force=true' to delete.",
    );
  termsOf(store).remove(id);
  store.undo(id, [made]);
  return json(200, { deleted: true, previous: show(term, request) });
}

function show(term: Term, request: SandboxRequest): unknown {
  const { id, name, slug, description, taxonomy } = term;
  const base = taxonomy === 'category' ? 'category' : 'tag';
  const full = {
    id,
    count: 0,
    description,
    link: `${request.origin}/${base}/${slug}/`,
    name,
    slug,
    taxonomy,
    parent: 0,
    meta: [],
  };
  return pick(full, request.query.get('_fields'));
}

function restPath(term: Term): string {
  return `/wp/v2/${term.taxonomy === 'category' ? 'categories' : 'tags'}/${term.id}`;
}

function escapeName(name: string): string {
  return name
    .replaceAll(/&(?!amp;|lt;|gt;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function noTerm(): SandboxAnswer {
  return wordpressError(404, 'rest_term_invalid', 'Term does not exist.');
}
