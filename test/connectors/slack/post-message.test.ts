import { describe, expect, it } from 'vitest';
import { findByKey } from '../../../src/connectors/slack/find-message.ts';
import { messageText, readableText } from '../../../src/connectors/slack/message-text.ts';
import { assembleContext } from '../../../src/plan/assemble-context.ts';
import type { Answer } from '../../../src/core/ports.ts';
import type { Content, ReadClient } from '../../../src/core/contract.ts';
import { brandForTest, contentForTest, executionForTest, stepForTest } from '../../../src/plan/execution-for-test.ts';
import { sandboxFixture } from '../../support/sandbox-fixture.ts';
import { conduct } from '../../conformance/conduct-step.ts';
import { mustPlan, problemsOf } from '../plan-changed.ts';

const uses = 'slack/post-message';

async function textOf(text: string, format: Content['format'] = 'markdown'): Promise<unknown> {
  const { step, action } = await mustPlan(uses);
  const resolved = { id: 'it', uses, needs: ['blog'], input: {}, action, connection: step.connection };
  const find = () => ({ type: 'url' as const, maxLength: 300 });
  const { context } = assembleContext(resolved, executionForTest([stepForTest('it')]), brandForTest(), find, () => '');
  return messageText(contentForTest(text, format), context);
}

describe('the text of a message', () => {
  it.each([
    ['a <!channel> & <@U1> b', 'a &lt;!channel&gt; &amp; &lt;@U1&gt; b'],
    ['**bold** and *slack*', '*bold* and *slack*'],
    ['2 ** 3 ** 4', '2 ** 3 ** 4'],
    ['[Bikes](https://acme.example/?a=1&b=2)', '<https://acme.example/?a=1&amp;b=2|Bikes>'],
    ['[Bikes](./local.md)', '[Bikes](./local.md)'],
    ['[a|b](https://acme.example/)', '[a|b](https://acme.example/)'],
  ])('of %j is %j', async (written, sent) => {
    expect(await textOf(written)).toBe(sent);
    expect(readableText(sent)).not.toMatch(/&lt;|&amp;/);
  });

  it('links to what another step makes', async () => {
    expect(await textOf('[See](${{ steps.blog.url }})!')).toEqual({
      $parts: ['<', expect.objectContaining({ of: 'blog', name: 'url', encode: 'none' }), '|See>!'],
    });
  });

  it('is left alone where it is plain, and freed of tags where it is HTML', async () => {
    expect(await textOf('**a** & b', 'plain')).toBe('**a** &amp; b');
    expect(await textOf('<p>a &lt;!here&gt; b</p>', 'html')).toBe('a &lt;!here&gt; b');
  });

  it('may have 40,000 characters', async () => {
    expect(await problemsOf(uses, { content: contentForTest('x'.repeat(40_000)) })).toEqual([]);
    expect(await problemsOf(uses, { content: contentForTest('x'.repeat(40_001)) })).toEqual([
      ['platform/too-long', '/steps/it/with/content'],
    ]);
  });
});

const answer = (json: object, status = 200): Answer & { is: 'answer' } => ({
  is: 'answer',
  status,
  headers: { 'retry-after': '30' },
  text: JSON.stringify(json),
});

describe('what Slack says', () => {
  it.each([
    ['channel_not_found', { is: 'refused', finding: { code: 'platform/not-found' } }],
    ['not_in_channel', { is: 'refused', finding: { code: 'platform/missing-permission' } }],
    ['token_revoked', { is: 'refused', finding: { code: 'platform/wrong-credentials' } }],
    ['msg_too_long', { is: 'refused', finding: { code: 'platform/rejected' } }],
    ['ratelimited', { is: 'throttled', seconds: 30 }],
    ['internal_error', { is: 'unknown' }],
    ['fatal_error', { is: 'unknown' }],
  ])('%s with 200', async (error, outcome) => {
    const { step, action } = await mustPlan(uses);
    const [operation] = step.operations;
    if (operation === undefined) throw new Error('no operation');
    const facts = {
      operation,
      connection: step.connection,
      key: '',
      marker: '',
      request: { method: 'POST', path: '/', headers: {} },
    };
    expect(action.operations['post']?.interpret(answer({ ok: false, error }), facts)).toMatchObject(outcome);
  });
});

/** A history of so many pages; `key` is in the message of one of them. */
function history(pages: number, keyOn: number, key: string): ReadClient & { asked: number } {
  const client = {
    asked: 0,
    get: async (): Promise<Answer> => {
      client.asked += 1;
      const page = client.asked;
      const metadata = { event_type: 'x', event_payload: { key: page === keyOn ? key : 'other' } };
      return answer({
        ok: true,
        messages: [{ ts: `170000000${page}.000100`, text: 'x', metadata }],
        has_more: page < pages,
        response_metadata: { next_cursor: page < pages ? `page-${page + 1}` : '' },
      });
    },
    search: async (): Promise<Answer> => answer({}),
    visit: async (): Promise<Answer> => answer({}),
  };
  return client;
}

describe('looking for a message', () => {
  it.each([
    [1, 9, { is: 'absent' }],
    [3, 3, { is: 'found', receipt: { id: '1700000003.000100' } }],
    [3, 9, { is: 'absent' }],
    // The message may be older than what was read.
    [6, 6, { is: 'cannot-tell' }],
  ])('among %i pages, on page %i', async (pages, keyOn, found) => {
    const { step, action } = await mustPlan(uses);
    const [operation] = step.operations;
    if (operation === undefined) throw new Error('no operation');
    const request = { method: 'POST', path: '/', headers: {}, json: { channel: 'C0123456789' } };
    const facts = { operation, connection: step.connection, key: 'k', marker: '', request, receipts: {} };
    expect(await action.operations['post']?.probe?.(facts, history(pages, keyOn, 'k'))).toMatchObject(found);
  });

  it.each([
    ['2023-11-14T23:00:00Z', 'absent'],
    // No message that was read is older than the execution.
    ['2023-11-14T22:13:25Z', 'cannot-tell'],
  ])('in a busy channel, of an execution of %s: %s', async (since, is) => {
    const { step, action } = await mustPlan(uses);
    const [operation] = step.operations;
    if (operation === undefined) throw new Error('no operation');
    const request = { method: 'POST', path: '/', headers: {}, json: { channel: 'C0123456789' } };
    const facts = { operation, connection: step.connection, key: 'k', marker: '', request, receipts: {}, since };
    expect(await action.operations['post']?.probe?.(facts, history(6, 9, 'k'))).toMatchObject({ is });
  });

  it('pages through the history of the stand-in, which gives 200 messages at a time', async () => {
    const server = await sandboxFixture();
    const planned = await mustPlan(uses);
    const [operation] = planned.step.operations;
    if (operation === undefined) throw new Error('no operation');
    const made = conduct(server, planned);
    const { request } = await made.make(operation);
    const channel = String((request.json as { channel: string }).channel);
    for (let count = 0; count < 200; count += 1)
      await server.call('POST', '/slack/api/chat.postMessage', { channel, text: `another ${count}` });
    expect(await made.probe(operation)).toMatchObject({ is: 'found', receipt: { id: expect.any(String) } });
    expect(await findByKey(made.read, channel, 'f'.repeat(20))).toEqual({ is: 'absent' });
  });

  it('does not take back what somebody has edited', async () => {
    const { step, action } = await mustPlan(uses);
    const [operation] = step.operations;
    if (operation === undefined) throw new Error('no operation');
    const request = { method: 'POST', path: '/', headers: {} };
    const receipt = { id: '1700000001.000100', values: { channel: 'C1' } };
    const facts = { operation, connection: step.connection, key: 'k', marker: '', request, receipts: {}, receipt };
    const seen = (more: object): ReadClient => {
      const get = async (): Promise<Answer> => answer({ ok: true, messages: [{ ts: receipt.id, text: 'x', ...more }] });
      return { get, search: get, visit: get };
    };
    const isUnchanged = action.operations['post']?.isUnchanged;
    expect(await isUnchanged?.(facts, seen({}))).toBe(true);
    expect(await isUnchanged?.(facts, seen({ edited: { user: 'U1', ts: '1' } }))).toBe(false);
  });
});

it('refuses the token of another workspace', async () => {
  const server = await sandboxFixture();
  const planned = await mustPlan(uses);
  const asked = () => planned.connector.preflight(conduct(server, planned).read, planned.step.connection);
  expect(await asked()).toMatchObject({ ok: true });
  await server.call('POST', '/_sandbox/slack/workspace', { id: 'T0OTHER' });
  expect(await asked()).toMatchObject({ ok: false, error: [{ code: 'platform/wrong-account' }] });
});
