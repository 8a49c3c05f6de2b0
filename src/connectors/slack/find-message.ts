import type { Probe, ReadClient } from '../../core/contract.ts';
import { at, listAt, readJson, textAt, whyNot } from '../answer.ts';

/** A message as the history of a channel shows it. */
export interface SlackMessage {
  readonly ts: string;
  readonly text: string;
  readonly key: string;
  readonly isEdited: boolean;
}

type Found = { readonly is: 'read'; readonly messages: readonly SlackMessage[]; readonly isAll: boolean } | Unread;
type Unread = Extract<Probe, { is: 'cannot-tell' }>;

/** The name under which our metadata can be recognised. */
export const eventType = 'mergecast_message';
/** Newest messages that a look-up reads, over all pages. */
const pages = 5;

/** How far the clocks of Slack and of a runner may be apart, in seconds. */
const skew = 600;

/**
 * The message with our key, among the newest thousand of its channel. Where a busy channel has more, it is absent only
 * if those reach back to before `since`, when nothing of it can have been there.
 */
export async function findByKey(
  read: ReadClient,
  channel: string,
  key: string,
  since?: string,
): Promise<SlackMessage | Probe> {
  let cursor = '';
  let oldest = Infinity;
  for (let page = 0; page < pages; page += 1) {
    const found = await readPage(read, { channel, limit: '200', ...(cursor !== '' && { cursor }) });
    if (found.is !== 'read') return found;
    const ours = found.messages.find((message) => message.key === key);
    if (ours !== undefined) return ours;
    oldest = Math.min(oldest, ...found.messages.map(({ ts }) => Number(ts)));
    const isFarEnough = since !== undefined && oldest < Date.parse(since) / 1000 - skew;
    if (found.isAll || isFarEnough) return { is: 'absent' };
    // More than we see and no way on.
    if (found.cursor === '') break;
    cursor = found.cursor;
  }
  return {
    is: 'cannot-tell',
    why: 'our message is not among the newest of the channel, and those do not reach back far',
  };
}

/** The message with this timestamp, its name within the channel. */
export async function findByTime(read: ReadClient, channel: string, ts: string): Promise<SlackMessage | Probe> {
  const found = await readPage(read, { channel, oldest: ts, latest: ts, inclusive: 'true', limit: '1' });
  if (found.is !== 'read') return found;
  return found.messages.find((message) => message.ts === ts) ?? { is: 'absent' };
}

async function readPage(
  read: ReadClient,
  query: Readonly<Record<string, string>>,
): Promise<(Extract<Found, { is: 'read' }> & { readonly cursor: string }) | Unread> {
  const answer = await read.get('/api/conversations.history', { ...query, include_all_metadata: 'true' });
  if (answer.is !== 'answer') return { is: 'cannot-tell', why: whyNot(answer, 'Slack') };
  const json = readJson(answer);
  if (answer.status !== 200 || json?.['ok'] !== true || !Array.isArray(json['messages']))
    return { is: 'cannot-tell', why: textAt(json, 'error') || whyNot(answer, 'Slack') };
  const cursor = textAt(json, 'response_metadata', 'next_cursor');
  return {
    is: 'read',
    messages: listAt(json, 'messages').map(readMessage),
    // More than we see and no way on: that proves nothing.
    isAll: json['has_more'] !== true && cursor === '',
    cursor,
  };
}

function readMessage(value: unknown): SlackMessage {
  return {
    ts: textAt(value, 'ts'),
    text: textAt(value, 'text'),
    key: textAt(value, 'metadata', 'event_payload', 'key'),
    isEdited: at(value, 'edited') !== undefined,
  };
}
