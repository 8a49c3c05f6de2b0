import { text } from '../read/fields.ts';
import { githubFacts } from '../facts.ts';
import type { Reply } from './types.ts';

/**
 * When a reply says that there were too many requests, the time from which there may be more (milliseconds since 1970),
 * else null. GitHub says it by 403 or 429, with `retry-after`, with no requests remaining, or in words alone.
 */
export function limitedUntil(reply: Reply, now: number): number | null {
  if (reply.status !== 403 && reply.status !== 429) return null;
  const after = secondsIn(reply, 'retry-after');
  if (after !== null) return now + after * 1000;
  const reset = secondsIn(reply, 'x-ratelimit-reset');
  if (String(reply.headers['x-ratelimit-remaining']) === '0' && reset !== null)
    return Math.max(reset * 1000, now + 1000);
  const isInWords = /rate limit|abuse detection/i.test(text(reply.data, 'message') ?? '');
  return reply.status === 429 || isInWords ? now + githubFacts.secondaryWait.value * 1000 : null;
}

function secondsIn(reply: Reply, header: string): number | null {
  const value = String(reply.headers[header] ?? '');
  return /^\d{1,11}$/.test(value) ? Number(value) : null;
}
