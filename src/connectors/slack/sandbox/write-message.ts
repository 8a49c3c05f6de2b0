import {
  json,
  listOf,
  objectOf,
  textOf,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { argument, fail, find, keyOf, maximumText, messagesOf, show, type Message } from './message.ts';

/** Posts; it knows no key, so two calls are two messages. */
export function post(request: SandboxRequest, store: Store): SandboxAnswer {
  if (request.isBroken) return fail('invalid_json');
  const channel = textOf(argument(request, 'channel'));
  const text = textOf(argument(request, 'text'));
  const blocks = listOf(argument(request, 'blocks'));
  if (channel === '') return fail('channel_not_found');
  if (text === '' && blocks.length === 0) return fail('no_text');
  if (blocks.length > 50) return fail('invalid_blocks');
  const metadata = readMetadata(argument(request, 'metadata'));
  if (metadata === undefined) return fail('invalid_metadata_format');
  const ts = nextTime(store);
  const message: Message = { channel, ts, text: text.slice(0, maximumText), blocks, metadata };
  messagesOf(store).put(`${channel} ${ts}`, message);
  store.effect({ effect: 'live', key: keyOf(message), id: ts });
  return json(200, { ok: true, channel, ts, message: show(message, true) });
}

/** Seconds and a counter: unique, and in the order of posting. */
function nextTime(store: Store): string {
  return `${Math.floor(store.now.getTime() / 1000)}.${String(store.next('messages')).padStart(6, '0')}`;
}

/** Null without metadata, undefined where they are malformed. */
function readMetadata(value: unknown): Message['metadata'] | undefined {
  if (value === undefined) return null;
  const { event_type: type, event_payload: payload } = objectOf(typeof value === 'string' ? parse(value) : value);
  if (textOf(type) === '' || typeof payload !== 'object' || payload === null) return undefined;
  return { event_type: textOf(type), event_payload: objectOf(payload) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Changes the text of a message. */
export function update(request: SandboxRequest, store: Store): SandboxAnswer {
  const message = find(request, store, 'ts');
  if (message === undefined) return fail('message_not_found');
  const changed = {
    ...message,
    text: textOf(argument(request, 'text')).slice(0, maximumText) || message.text,
  };
  messagesOf(store).put(`${message.channel} ${message.ts}`, changed);
  store.effect({ effect: 'live', key: keyOf(changed), id: message.ts });
  return json(200, { ok: true, channel: message.channel, ts: message.ts, text: changed.text });
}

/** Deletes a message. */
export function remove(request: SandboxRequest, store: Store): SandboxAnswer {
  const message = find(request, store, 'ts');
  if (message === undefined) return fail('message_not_found');
  messagesOf(store).remove(`${message.channel} ${message.ts}`);
  store.undo(message.ts);
  return json(200, { ok: true, channel: message.channel, ts: message.ts });
}
