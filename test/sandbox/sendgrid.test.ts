import { expect, it } from 'vitest';
import { sandbox } from '../../src/connectors/sendgrid/sandbox.ts';
import { openStore } from '../../src/sandbox/open-store.ts';
import { Draft } from '../../src/sandbox/state.ts';
import { sandboxFixture, type SandboxFixture } from '../support/sandbox-fixture.ts';

const base = '/sendgrid/v3/marketing/singlesends';
const key = 'ef56'.repeat(5);
const mail = {
  name: `Spring ${key}`,
  send_to: { list_ids: ['newsletter-de'] },
  email_config: { subject: 'Spring', html_content: '<p>x</p>', sender_id: 7, suppression_group_id: 3 },
};

async function made(server: SandboxFixture, more: object = {}): Promise<string> {
  return String((await server.call('POST', base, { ...mail, ...more })).json['id']);
}

it('sends when it is scheduled for now, and only once', async () => {
  const server = await sandboxFixture();
  const id = await made(server);
  expect(await server.call('PUT', `${base}/${id}/schedule`, { send_at: 'now' })).toMatchObject({
    status: 201,
    json: { status: 'scheduled' },
  });
  expect((await server.call('PUT', `${base}/${id}/schedule`, { send_at: 'now' })).status).toBe(400);
  expect((await server.call('GET', `${base}/${id}`)).json['status']).toBe('triggered');
  await server.call('DELETE', `${base}/${id}`);
  expect(await server.effects()).toMatchObject([
    { operation: 'create-single-send', effect: 'inert', key, id, undone: true },
    { operation: 'schedule', effect: 'live', key, id, undone: false },
  ]);
});

it('sends when the time comes, unless the schedule is taken back before', () => {
  const send = {
    id: 'a',
    name: mail.name,
    status: 'scheduled',
    sendAt: '2027-03-02T09:00:00.000Z',
    categories: [],
    sendTo: {},
    emailConfig: {},
    createdAt: '',
    updatedAt: '',
  };
  const statusAt = (time: string): unknown => {
    const store = openStore(new Draft(new Map([['sendgrid all singlesends', new Map([['a', send]])]])), {
      platform: 'sendgrid',
      site: 'all',
      operation: 'tick',
      now: new Date(time),
    });
    sandbox.tick?.(store);
    return store.collection<typeof send>('singlesends').get('a')?.status;
  };
  expect([statusAt('2027-03-02T08:59:59Z'), statusAt('2027-03-02T09:00:00Z')]).toEqual(['scheduled', 'triggered']);
});

it('takes a schedule back', async () => {
  const server = await sandboxFixture();
  const id = await made(server);
  await server.call('PUT', `${base}/${id}/schedule`, { send_at: '2099-01-01T00:00:00Z' });
  expect((await server.call('DELETE', `${base}/${id}/schedule`)).status).toBe(200);
  expect(await server.effects()).toMatchObject([
    { undone: false },
    { operation: 'schedule', effect: 'inert', undone: true },
  ]);
});

it('makes two drafts of one name, and finds both by a part of it', async () => {
  const server = await sandboxFixture();
  const ids = [await made(server), await made(server)];
  await made(server, { name: 'Another' });
  const found = await server.call('POST', `${base}/search`, { name: key.slice(0, 12), status: ['draft'] });
  expect(found.json['result']).toMatchObject(ids.map((id) => ({ id, status: 'draft' })));
});

it.each([
  [{ send_to: {} }, 'send_to'],
  [{ email_config: { ...mail.email_config, sender_id: null } }, 'sender_id'],
  [{ email_config: { ...mail.email_config, suppression_group_id: null } }, 'suppression_group_id'],
])('does not send %j', async (more, field) => {
  const server = await sandboxFixture();
  const id = await made(server, more);
  const answer = await server.call('PUT', `${base}/${id}/schedule`, { send_at: 'now' });
  expect(answer).toMatchObject({ status: 400, json: { errors: [{ field }] } });
});

it('knows the size of a list only if it was told', async () => {
  const server = await sandboxFixture();
  const count = '/sendgrid/v3/marketing/lists/newsletter-de/contacts/count';
  expect((await server.call('GET', count)).status).toBe(404);
  await server.call('POST', '/_sandbox/sendgrid/lists', { id: 'newsletter-de', count: 12_400 });
  const asked = await server.call('GET', count, undefined, { origin: 'https://api.sendgrid.com' });
  expect(asked.json).toEqual({ contact_count: 12_400, billable_count: 12_400 });
});
