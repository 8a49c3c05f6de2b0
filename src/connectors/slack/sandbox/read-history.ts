import { json, textOf, type SandboxAnswer, type SandboxRequest, type Store } from '../../../sandbox/kit/index.ts';
import { argument, fail, messagesOf, show, type Message } from './message.ts';

/** A page of a channel, the newest message first. */
export function history(request: SandboxRequest, store: Store): SandboxAnswer {
  const channel = textOf(argument(request, 'channel'));
  if (channel === '') return fail('channel_not_found');
  const oldest = Number(textOf(argument(request, 'oldest')) || '0');
  const latest = Number(textOf(argument(request, 'latest')) || 'Infinity');
  const isInclusive = isTrue(argument(request, 'inclusive'));
  const limit = Math.min(Number(textOf(argument(request, 'limit'))) || 100, 999);
  const within = (ts: number): boolean => (isInclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest);
  const found = messagesOf(store)
    .list()
    .filter((message) => message.channel === channel && within(Number(message.ts)))
    .toReversed();
  const start = startOf(found, textOf(argument(request, 'cursor')));
  if (start < 0) return fail('invalid_cursor');
  const page = found.slice(start, start + limit);
  const next = found[start + limit];
  const withMetadata = isTrue(argument(request, 'include_all_metadata'));
  return json(200, {
    ok: true,
    messages: page.map((message) => show(message, withMetadata)),
    has_more: next !== undefined,
    ...(next !== undefined && { response_metadata: { next_cursor: cursorOf(next) } }),
  });
}

/** Like Slack's: it names the message with which the next page begins, and is absent after the last page. */
function cursorOf({ ts }: Message): string {
  return Buffer.from(`next_ts:${ts}`).toString('base64');
}

/** Where the page of a cursor begins; what was posted meanwhile moves no page. -1: nobody gave out this cursor. */
function startOf(newestFirst: readonly Message[], cursor: string): number {
  if (cursor === '') return 0;
  const ts = /^next_ts:([\d.]+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (ts === undefined) return -1;
  const at = newestFirst.findIndex((message) => Number(message.ts) <= Number(ts));
  return at < 0 ? newestFirst.length : at;
}

function isTrue(value: unknown): boolean {
  return value === true || ['true', '1'].includes(textOf(value));
}
