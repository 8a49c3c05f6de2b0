import {
  json,
  textOf,
  type Collection,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';

/** One message; `ts` is its name within the channel. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly metadata: {
    readonly event_type: string;
    readonly event_payload: Readonly<Record<string, unknown>>;
  } | null;
}

/** Slack cuts what is longer, in UTF-16 units. */
export const maximumText = 40_000;

/** All messages, by channel and time. */
export function messagesOf(store: Store): Collection<Message> {
  return store.collection<Message>('messages');
}

/** A refusal in Slack's way: with HTTP 200. */
export function fail(error: string): SandboxAnswer {
  return json(200, { ok: false, error });
}

/** Arguments come as JSON, form or query. */
export function argument(request: SandboxRequest, name: string): unknown {
  return request.fields[name] ?? request.query.get(name) ?? undefined;
}

/** Our key in the metadata, or null. */
export function keyOf({ metadata }: Message): string | null {
  const values = Object.values(metadata?.event_payload ?? {}).map(textOf);
  return values.find((value) => /^[0-9a-f]{16,64}$/.test(value)) ?? null;
}

/** The message that a request names by its channel and the time in a field. */
export function find(request: SandboxRequest, store: Store, name: string): Message | undefined {
  return messagesOf(store).get(`${textOf(argument(request, 'channel'))} ${textOf(argument(request, name))}`);
}

/** A message as the interface shows it. */
export function show({ ts, text, blocks, metadata }: Message, withMetadata: boolean): unknown {
  return {
    type: 'message',
    subtype: 'bot_message',
    user: 'U0SANDBOX',
    bot_id: 'B0SANDBOX',
    ts,
    text,
    ...(blocks.length > 0 && { blocks }),
    ...(withMetadata && metadata !== null && { metadata }),
  };
}
