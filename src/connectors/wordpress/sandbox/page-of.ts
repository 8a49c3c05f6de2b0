import { json, type SandboxAnswer, type SandboxRequest } from '../../../sandbox/kit/index.ts';
import { invalidParameter, wordpressError } from './errors.ts';

/** One page of a list, with the counts in headers. */
export function pageOf<T>(
  request: SandboxRequest,
  found: readonly T[],
  show: (item: T) => unknown,
  pastTheEnd: string,
): SandboxAnswer {
  const size = Number(request.query.get('per_page') ?? '10');
  const page = Number(request.query.get('page') ?? '1');
  if (!Number.isInteger(size) || size < 1 || size > 100)
    return invalidParameter('per_page', 'per_page must be between 1 (inclusive) and 100 (inclusive)');
  if (!Number.isInteger(page) || page < 1) return invalidParameter('page', 'page must be greater than or equal to 1');
  const pages = Math.ceil(found.length / size);
  if (page > Math.max(pages, 1))
    return wordpressError(400, pastTheEnd, 'The page number requested is larger than the number of pages available.');
  const items = found.slice((page - 1) * size, page * size).map(show);
  return json(200, items, { 'x-wp-total': String(found.length), 'x-wp-totalpages': String(pages) });
}

/** Only the fields that were asked for by `_fields=id,title.raw`; everything without it. */
export function pick(value: Readonly<Record<string, unknown>>, fields: string | null): Record<string, unknown> {
  if (fields === null || fields === '') return { ...value };
  const picked: Record<string, unknown> = {};
  for (const field of fields.split(',')) {
    const [head = '', inner] = field.trim().split('.');
    const found = value[head];
    if (found === undefined) continue;
    const isNested = inner !== undefined && typeof found === 'object' && found !== null;
    picked[head] = isNested
      ? { ...(picked[head] as object | undefined), [inner]: (found as Record<string, unknown>)[inner] }
      : found;
  }
  return picked;
}
