import { limitedUntil } from './rate-limit.ts';
import type { Exchange } from './types.ts';

const mostAgain = 2;
const longestWait = 30_000;
const backoff = [250, 1000] as const;

/** Milliseconds to wait before a read is sent again after `attempt` repetitions; null: not again. Writes never ask this. */
export function waitBeforeAgain(exchange: Exchange, attempt: number, now: number): number | null {
  if (attempt >= mostAgain) return null;
  const jitter = 1 + Math.random() / 2;
  if (exchange.is === 'no-reply' || exchange.status >= 500) return (backoff[attempt] ?? 1000) * jitter;
  const until = limitedUntil(exchange, now);
  if (until === null || until - now > longestWait) return null;
  return until - now + 100 * jitter;
}
