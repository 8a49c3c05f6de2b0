import {
  json,
  listOf,
  objectOf,
  textOf,
  type Collection,
  type SandboxAnswer,
  type SandboxPart,
  type SandboxRequest,
  type Store,
} from '../../sandbox/kit/index.ts';

/** Slack's Web API: errors come with HTTP 200 and `ok: false`. It knows no key, so two calls are two messages. */
export const sandbox: SandboxPart = {
  id: 'slack',
  routes: [
    { method: 'POST', path: '/api/chat.postMessage', operation: 'post', handle: post },
    { method: 'POST', path: '/api/chat.update', operation: 'update', handle: update },
    { method: 'POST', path: '/api/chat.delete', operation: 'delete', handle: remove },
    {
      method: 'GET|POST',
      path: '/api/conversations.history',
      operation: 'read-history',
      reads: true,
      handle: history,
    },
    {
      method: 'GET|POST',
      path: '/api/conversations.info',
      operation: 'read-channel',
      reads: true,
      handle: channelInfo,
    },
    {
      method: 'GET|POST',
      path: '/api/chat.getPermalink',
      operation: 'read-permalink',
      reads: true,
      handle: permalink,
    },
    { method: 'GET|POST', path: '/api/auth.test', operation: 'read-account', reads: true, handle: account },
  ],
  controls: [{ method: 'POST', path: '/workspace', operation: 'set-workspace', handle: setWorkspace }],
  failures: {
    401: { ok: false, error: 'invalid_auth' },
    404: { ok: false, error: 'unknown_method' },
    429: { ok: false, error: 'ratelimited' },
    500: { ok: false, error: 'internal_error' },
  },
};

/** One message; `ts` is its name within the channel. */
interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly metadata: {
    readonly event_type: string;
    readonly event_payload: Readonly<Record<string, unknown>>;
  } | null;
}

const maximumText = 40_000;

function messagesOf(store: Store): Collection<Message> {
  return store.collection<Message>('messages');
}

function fail(error: string): SandboxAnswer {
  return json(200, { ok: false, error });
}

/** Arguments come as JSON, form or query. */
function argument(request: SandboxRequest, name: string): unknown {
  return request.fields[name] ?? request.query.get(name) ?? undefined;
}

function post(request: SandboxRequest, store: Store): SandboxAnswer {
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

function keyOf({ metadata }: Message): string | null {
  const values = Object.values(metadata?.event_payload ?? {}).map(textOf);
  return values.find((value) => /^[0-9a-f]{16,64}$/.test(value)) ?? null;
}

function find(request: SandboxRequest, store: Store, name: string): Message | undefined {
  return messagesOf(store).get(`${textOf(argument(request, 'channel'))} ${textOf(argument(request, name))}`);
}

function update(request: SandboxRequest, store: Store): SandboxAnswer {
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

function remove(request: SandboxRequest, store: Store): SandboxAnswer {
  const message = find(request, store, 'ts');
  if (message === undefined) return fail('message_not_found');
  messagesOf(store).remove(`${message.channel} ${message.ts}`);
  store.undo(message.ts);
  return json(200, { ok: true, channel: message.channel, ts: message.ts });
}

function history(request: SandboxRequest, store: Store): SandboxAnswer {
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

function show({ ts, text, blocks, metadata }: Message, withMetadata: boolean): unknown {
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

function channelInfo(request: SandboxRequest): SandboxAnswer {
  const id = textOf(argument(request, 'channel'));
  if (id === '') return fail('channel_not_found');
  return json(200, {
    ok: true,
    channel: {
      id,
      name: id.toLowerCase(),
      is_channel: true,
      is_archived: false,
      is_member: true,
      num_members: 12,
    },
  });
}

function permalink(request: SandboxRequest, store: Store): SandboxAnswer {
  const message = find(request, store, 'message_ts');
  if (message === undefined) return fail('message_not_found');
  const link = `${request.origin}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  return json(200, { ok: true, channel: message.channel, permalink: link });
}

/** `POST /_sandbox/slack/workspace {id}`: whose token it is. Untold it stands for every workspace and names none. */
function setWorkspace({ fields }: SandboxRequest, store: Store): SandboxAnswer {
  const id = textOf(fields['id']);
  if (!/^[TE][A-Z0-9]+$/.test(id)) return json(400, { version: 1, message: 'id begins with T or E' });
  store.collection('workspaces').put('own', id);
  return json(201, { version: 1, id });
}

function account({ origin }: SandboxRequest, store: Store): SandboxAnswer {
  const id = store.collection('workspaces').get('own');
  return json(200, {
    ok: true,
    url: `${origin}/`,
    team: 'Sandbox',
    user: 'mergecast',
    ...(id !== undefined && { team_id: id }),
    user_id: 'U0SANDBOX',
    bot_id: 'B0SANDBOX',
    is_enterprise_install: false,
  });
}
