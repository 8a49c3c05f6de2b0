import { expect, it } from 'vitest';
import { sandboxFixture, type Seen } from '../support/sandbox-fixture.ts';

const key = 'cd34'.repeat(5);
const message = {
  channel: 'C1',
  text: 'Spring is here',
  metadata: { event_type: 'mergecast', event_payload: { key } },
};

it('posts twice where it is asked twice, newest first in the history', async () => {
  const slack = await sandboxFixture();
  await slack.call('POST', '/slack/api/chat.postMessage', message);
  const second = await slack.call('POST', '/slack/api/chat.postMessage', { ...message, text: 'Again' });
  const history = await slack.call('GET', '/slack/api/conversations.history?channel=C1&include_all_metadata=true');
  expect(history.json['messages']).toMatchObject([
    { text: 'Again', ts: second.json['ts'], metadata: { event_payload: { key } } },
    { text: 'Spring is here' },
  ]);
  expect(await slack.effects()).toMatchObject([
    { operation: 'post', effect: 'live', key },
    { id: second.json['ts'], key },
  ]);
});

it('shows metadata only to who asks for them, and only one channel', async () => {
  const slack = await sandboxFixture();
  const { json } = await slack.call('POST', '/slack/api/chat.postMessage', message);
  await slack.call('POST', '/slack/api/chat.postMessage', { ...message, channel: 'C2' });
  const plain = await slack.call('GET', '/slack/api/conversations.history?channel=C1');
  expect(plain.json['messages']).toEqual([expect.not.objectContaining({ metadata: expect.anything() })]);
  const from = (more: string): Promise<unknown> =>
    slack
      .call('GET', `/slack/api/conversations.history?channel=C1&oldest=${String(json['ts'])}${more}`)
      .then((seen) => seen.json['messages']);
  expect([await from(''), await from('&inclusive=true')]).toEqual([[], [expect.objectContaining({ ts: json['ts'] })]]);
});

it('leads through a long history page by page, each message once, whatever is posted meanwhile', async () => {
  const slack = await sandboxFixture();
  const post = (text: string): Promise<Seen> =>
    slack.call('POST', '/slack/api/chat.postMessage', { channel: 'C1', text });
  for (const text of ['1', '2', '3', '4', '5']) await post(text);
  const seen: unknown[] = [];
  let more = '';
  for (let page = 0; page < 3; page += 1) {
    const { json } = await slack.call('GET', `/slack/api/conversations.history?channel=C1&limit=2${more}`);
    const next = (json['response_metadata'] as { next_cursor?: string } | undefined)?.next_cursor;
    seen.push(
      (json['messages'] as { text: string }[]).map(({ text }) => text),
      json['has_more'],
      next !== undefined,
    );
    more = `&cursor=${encodeURIComponent(next ?? '')}`;
    await post('meanwhile');
  }
  expect(seen).toEqual([['5', '4'], true, true, ['3', '2'], true, true, ['1'], false, false]);
  const wrong = await slack.call('GET', '/slack/api/conversations.history?channel=C1&cursor=page-2');
  expect(wrong.json).toMatchObject({ ok: false, error: 'invalid_cursor' });
});

it('takes a message back, once', async () => {
  const slack = await sandboxFixture();
  const { json } = await slack.call('POST', '/slack/api/chat.postMessage', message);
  const deletion = { channel: 'C1', ts: json['ts'] };
  expect((await slack.call('POST', '/slack/api/chat.delete', deletion)).json).toMatchObject({ ok: true });
  expect(await slack.call('POST', '/slack/api/chat.delete', deletion)).toMatchObject({
    status: 200,
    json: { ok: false, error: 'message_not_found' },
  });
  expect(await slack.effects()).toMatchObject([{ undone: true }]);
});

it.each([
  [{ text: 'x' }, 'channel_not_found'],
  [{ channel: 'C1' }, 'no_text'],
  [{ channel: 'C1', text: 'x', metadata: { key } }, 'invalid_metadata_format'],
])('answers %j with HTTP 200 and %s', async (body, error) => {
  const slack = await sandboxFixture();
  expect(await slack.call('POST', '/slack/api/chat.postMessage', body)).toMatchObject({
    status: 200,
    json: { ok: false, error },
  });
  expect(await slack.effects()).toEqual([]);
});

it('names the workspace that it was told, and none before', async () => {
  const slack = await sandboxFixture();
  const team = async (): Promise<unknown> => (await slack.call('GET', '/slack/api/auth.test')).json['team_id'];
  expect(await team()).toBeUndefined();
  await slack.call('POST', '/_sandbox/slack/workspace', { id: 'T0123456789' });
  expect(await team()).toBe('T0123456789');
});
