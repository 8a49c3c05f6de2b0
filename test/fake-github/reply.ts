import type { Asked, Reply } from './types.ts';

/** Where GitHub's errors point to. */
const documentation_url = 'https://docs.github.com/rest';

export const ok = (body: unknown, headers?: Record<string, string>): Reply => ({
  status: 200,
  body,
  ...(headers && { headers }),
});
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent: Reply = { status: 204 };

export function refused(status: number, message: string, more: object = {}): Reply {
  return { status, body: { message, documentation_url, status: String(status), ...more } };
}

export const notFound = refused(404, 'Not Found');

/** A field that is not as it has to be. */
export function invalid(resource: string, field: string, message?: string): Reply {
  const code = message === undefined ? 'invalid' : 'custom';
  return refused(422, 'Validation Failed', { errors: [{ resource, field, code, ...(message && { message }) }] });
}

/** 422 as the older endpoints say it. */
export function unprocessable(...errors: string[]): Reply {
  return refused(422, 'Unprocessable Entity', { errors });
}

const usual = 30;
const most = 100;

/** One page of a list, with the Link header. `cap` makes pages smaller than was asked for. */
export function page<T>(asked: Asked, all: readonly T[], show: (one: T) => unknown, wrap?: string): Reply {
  const wanted = Number(asked.url.searchParams.get('per_page') ?? usual);
  const cap = Number(asked.headers['x-fake-page-size'] ?? most);
  const size = Math.min(cap, Math.max(1, Number.isFinite(wanted) ? wanted : usual), most);
  const number = Math.max(1, Number(asked.url.searchParams.get('page') ?? 1));
  const shown = all.slice((number - 1) * size, number * size).map(show);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = links(asked.url, number, last);
  return ok(wrap === undefined ? shown : { total_count: all.length, [wrap]: shown }, link === '' ? {} : { link });
}

function links(url: URL, number: number, last: number): string {
  const to = (page: number, relation: string): string => {
    const address = new URL(url);
    address.searchParams.set('page', String(page));
    return `<${address.href}>; rel="${relation}"`;
  };
  const before = number > 1 ? [to(number - 1, 'prev'), to(1, 'first')] : [];
  const after = number < last ? [to(number + 1, 'next'), to(last, 'last')] : [];
  return [...before, ...after].join(', ');
}
