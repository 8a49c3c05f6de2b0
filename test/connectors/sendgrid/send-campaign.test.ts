import { describe, expect, it } from 'vitest';
import { findVariables } from '../../../src/connectors/sendgrid/find-variables.ts';
import { at } from '../../../src/connectors/answer.ts';
import { contentForTest } from '../../../src/plan/execution-for-test.ts';
import { conduct, setScene } from '../../conformance/conduct-step.ts';
import { sandboxFixture } from '../../support/sandbox-fixture.ts';
import { mustPlan, planChanged, problemsOf } from '../plan-changed.ts';

const uses = 'sendgrid/send-campaign';

async function mailOf(input: object = {}): Promise<Record<string, unknown>> {
  const { step } = await mustPlan(uses, input);
  return at(step.operations[0]?.request.json, 'email_config') as Record<string, unknown>;
}

describe('template tags', () => {
  it.each([
    ['{{{unsubscribe}}} {{unsubscribe_preferences}} {{{ Sender_Address }}}', []],
    ['<%asm_group_unsubscribe_raw_url%> [%unsubscribe%]', []],
    ['${{ steps.blog.url }} and $${{ not ours }}', []],
    ['Hi {{first_name}}', ['{{first_name}}']],
    [
      '{{#if vip}}x{{/if}} <%body%> [%name%] {{unsubscribe_me}}',
      ['{{#if vip}}', '{{/if}}', '<%body%>', '[%name%]', '{{unsubscribe_me}}'],
    ],
    ['{{ default "there" }}', ['{{ default "there" }}']],
  ])('in %j that nobody fills in: %j', (text, tags) => {
    expect(findVariables(text).map(({ tag }) => tag)).toEqual(tags);
  });

  it('are named with line and column of the file', async () => {
    const found = await planChanged(uses, {
      content: contentForTest('Hello\n\nHi {{name}}, [Leave]({{{unsubscribe}}})'),
    });
    expect(found).toMatchObject([
      {
        code: 'platform/unfilled-tag',
        file: 'executions/acme/2027-03/spring/note.md',
        line: 3,
        column: 4,
        evidence: '{{name}}',
      },
    ]);
  });
});

describe('the draft', () => {
  it('is a whole page with the preheader first, and a plain text of our own', async () => {
    const mail = await mailOf();
    expect(mail['html_content']).toMatch(
      /^<!doctype html>\n<html>.*<body>\n<div style="display:none[^>]*>Take one home over the weekend<\/div>\n<p>Hello/s,
    );
    expect(mail['html_content']).toContain('href="{{{unsubscribe}}}"');
    expect(mail).toMatchObject({ generate_plain_content: false, sender_id: 4_093_127, suppression_group_id: 21_044 });
    expect(mail['plain_content']).toMatch(/^Hello, our three new bikes/);
  });

  it('leaves a page that is one as it is, but for the preheader', async () => {
    const page = '<html lang="de"><body class="a"><p>Moin</p></body></html>';
    const { html_content: html } = await mailOf({ content: contentForTest(page, 'html') });
    expect(html).toMatch(
      /^<html lang="de"><body class="a"><div [^>]*>Take one home over the weekend<\/div>\n<p>Moin<\/p><\/body><\/html>$/,
    );
    expect(await mailOf({ content: contentForTest(page, 'html'), preheader: undefined })).toMatchObject({
      html_content: page,
    });
  });

  it('goes to the list behind the name, while consent is about the name', async () => {
    const { step } = await mustPlan(uses);
    expect(at(step.operations[0]?.request.json, 'send_to')).toEqual({
      list_ids: ['f2fe66a1-43f3-4e3a-87b1-c6a600d805f0'],
    });
    expect(step.audience).toMatchObject({
      list: 'newsletter-de',
      size: 12_400,
      tolerance: 10,
      channel: 'email',
      markets: ['DE'],
    });
    // The list of another execution may be added without voiding anybody's approval.
    expect(step.connection.settings).toEqual({ 'sender-id': '4093127', 'suppression-group-id': '21044' });
  });

  it('has a name that fits, whatever the subject is', async () => {
    const { step } = await mustPlan(uses, { subject: '🚲'.repeat(80) });
    const name = at(step.operations[0]?.request.json, 'name') as { $parts: unknown[] };
    expect(name.$parts[0]).toBe(`${'🚲'.repeat(60)} [mergecast `);
  });
});

it('names what is wrong with settings and subject', async () => {
  expect(
    await problemsOf(
      uses,
      { subject: 'x'.repeat(999) },
      { settings: { 'sender-id': 'Maren', 'suppression-group-id': '0' } },
    ),
  ).toEqual([
    ['platform/bad-setting', '/steps/it/with/audience'],
    ['platform/bad-setting', '/steps/it/with/audience'],
    ['platform/too-long', '/steps/it/with/subject'],
  ]);
});

describe('in the sandbox', () => {
  it('does not send a draft that somebody has edited', async () => {
    const server = await sandboxFixture();
    const planned = await mustPlan(uses);
    await setScene(server, planned);
    const [draft, send] = planned.step.operations;
    if (draft === undefined || send === undefined) throw new Error('two operations');
    const conductor = conduct(server, planned);
    await conductor.make(draft);
    const path = `/sendgrid/v3/marketing/singlesends/${conductor.receipts['draft']?.id ?? ''}`;
    await server.call('PATCH', path, { email_config: { subject: 'Something else' } });
    await expect(conductor.make(send)).rejects.toThrow('platform/changed-meanwhile');
    expect((await server.effects()).map(({ effect }) => effect)).not.toContain('live');
  });

  it('sees that another text went out than was approved', async () => {
    const server = await sandboxFixture();
    const planned = await mustPlan(uses);
    const [draft, send] = planned.step.operations;
    if (draft === undefined || send === undefined) throw new Error('two operations');
    const conductor = conduct(server, planned);
    await conductor.make(draft);
    await conductor.make(send);
    const other = await mustPlan(uses, { subject: 'Another subject' });
    expect(await planned.action.verify(other.step, conductor.receipts, conductor.read)).toMatchObject({
      verdict: 'differs',
      words: expect.stringContaining('subject'),
    });
  });

  it('keeps the draft of somebody who has sent it by hand', async () => {
    const server = await sandboxFixture();
    const planned = await mustPlan(uses);
    const [draft] = planned.step.operations;
    if (draft === undefined) throw new Error('no draft');
    const conductor = conduct(server, planned);
    await conductor.make(draft);
    expect(await conductor.isUnchanged(draft)).toBe(true);
    await server.call('PUT', `/sendgrid/v3/marketing/singlesends/${conductor.receipts['draft']?.id ?? ''}/schedule`, {
      send_at: 'now',
    });
    expect(await conductor.isUnchanged(draft)).toBe(false);
  });

  it('counts the list, and says which one SendGrid does not know', async () => {
    const server = await sandboxFixture();
    const planned = await mustPlan(uses);
    const { read } = conduct(server, planned);
    expect(await planned.action.measure?.(planned.step, read)).toMatchObject({
      error: [{ code: 'platform/not-found' }],
    });
    await setScene(server, planned);
    expect(await planned.action.measure?.(planned.step, read)).toEqual({ ok: true, value: { audience: 12_390 } });
  });
});
