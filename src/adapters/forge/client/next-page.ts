import type { Reply } from './types.ts';

/**
 * The parameters of the page after this one; null where it was the last. The address in the `Link` header is never
 * followed, only its position is taken over. Forges without that header: a page that is not full is the last.
 */
export function nextPage(
  reply: Reply,
  page: { readonly number: number; readonly size: number; readonly found: number; readonly sofar: number },
): Readonly<Record<string, string | number>> | null {
  const link = typeof reply.headers['link'] === 'string' ? reply.headers['link'] : '';
  if (link.includes('rel=')) return positionIn(link);
  const total = Number(reply.headers['x-total-count'] ?? Number.NaN);
  // More than was asked for: this list knows no pages, as comments on Gitea.
  if (page.found > page.size) return null;
  const isMore = page.found === page.size || page.sofar < total;
  return page.found > 0 && isMore ? { page: page.number + 1 } : null;
}

function positionIn(link: string): Readonly<Record<string, string>> | null {
  const address = /<([^<>]+)>\s*;[^,<]*\brel="?next\b/.exec(link)?.[1];
  if (address === undefined || !URL.canParse(address, 'https://forge.invalid')) return null;
  const { searchParams } = new URL(address, 'https://forge.invalid');
  return Object.fromEntries([...searchParams].filter(([name]) => ['page', 'after', 'before', 'cursor'].includes(name)));
}
