import { json, noContent, objectOf, textOf, textsOf, type Collection, type Route, type SandboxAnswer, type SandboxPart, type SandboxRequest, type Store } from '../../sandbox/kit/index.ts';

const sends = '/v3/marketing/singlesends';
const lists = '/v3/marketing/lists';

/** SendGrid's Single Sends: names are not unique, so two creates are two drafts; only scheduling reaches people. */
export const sandbox: SandboxPart = {
  id: 'sendgrid',
  routes: [
    { method: 'POST', path: sends, operation: 'create-single-send', handle: create },
    { method: 'GET', path: sends, operation: 'find-single-sends', reads: true, handle: search },
    { method: 'POST', path: `${sends}/search`, operation: 'find-single-sends', reads: true, handle: search },
    { method: 'PUT', path: `${sends}/:id/schedule`, operation: 'schedule', handle: schedule },
    { method: 'DELETE', path: `${sends}/:id/schedule`, operation: 'unschedule', handle: unschedule },
    { method: 'GET', path: `${sends}/:id`, operation: 'read-single-send', reads: true, handle: read },
    { method: 'PATCH', path: `${sends}/:id`, operation: 'update-single-send', handle: update },
    { method: 'DELETE', path: `${sends}/:id`, operation: 'delete-single-send', handle: remove },
    ...listRoutes(),
    ...accountRoutes(),
  ],
  controls: [{ method: 'POST', path: '/lists', operation: 'set-list', handle: setList }],
  tick: trigger,
  failures: {
    401: { errors: [{ message: 'authorization required', field: null }] },
    404: { errors: [{ message: 'not found', field: null }] },
    429: { errors: [{ message: 'too many requests', field: null }] },
    500: { errors: [{ message: 'internal server error', field: null }] },
  },
};

interface SingleSend {
  readonly id: string;
  readonly name: string;
  readonly status: 'draft' | 'scheduled' | 'triggered';
  readonly categories: readonly string[];
  readonly sendAt: string | null;
  readonly sendTo: Readonly<Record<string, unknown>>;
  readonly emailConfig: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

function sendsOf(store: Store): Collection<SingleSend> {
  return store.collection<SingleSend>('singlesends');
}

function fail(status: number, field: string | null, message: string): SandboxAnswer {
  return json(status, { errors: [{ field, message, error_id: 'sandbox' }] });
}

function find(request: SandboxRequest, store: Store): SingleSend | undefined {
  return sendsOf(store).get(request.parameters['id'] ?? '');
}

function create(request: SandboxRequest, store: Store): SandboxAnswer {
  const name = textOf(request.fields['name']);
  if (name.length < 1 || name.length > 100) return fail(400, 'name', 'name is required and has at most 100 characters');
  if (request.fields['send_at'] === 'now') return fail(400, 'send_at', 'now is valid for scheduling only');
  const now = store.now.toISOString();
  const id = `5a4d0000-0000-4000-8000-${String(store.next('singlesends')).padStart(12, '0')}`;
  const made = change({ id, name, status: 'draft', categories: [], sendAt: null, sendTo: {}, emailConfig: {}, createdAt: now, updatedAt: now }, request);
  sendsOf(store).put(id, made);
  store.effect({ effect: 'inert', key: keyOf(made), id });
  return json(201, show(made));
}

function change(before: SingleSend, { fields }: SandboxRequest): SingleSend {
  return {
    ...before,
    name: textOf(fields['name']) || before.name,
    categories: fields['categories'] === undefined ? before.categories : textsOf(fields['categories']),
    sendTo: { ...before.sendTo, ...objectOf(fields['send_to']) },
    emailConfig: { ...before.emailConfig, ...objectOf(fields['email_config']) },
  };
}

function keyOf({ name, categories }: SingleSend): string | null {
  return /\b[0-9a-f]{16,64}\b/.exec([name, ...categories].join(' '))?.[0] ?? null;
}

function update(request: SandboxRequest, store: Store): SandboxAnswer {
  const before = find(request, store);
  if (before === undefined) return fail(404, 'id', 'single send not found');
  if (before.status !== 'draft') return fail(400, 'status', 'only drafts can be updated');
  const after = { ...change(before, request), updatedAt: store.now.toISOString() };
  sendsOf(store).put(after.id, after);
  store.effect({ effect: 'inert', key: keyOf(after), id: after.id });
  return json(202, show(after));
}

function schedule(request: SandboxRequest, store: Store): SandboxAnswer {
  const send = find(request, store);
  if (send === undefined) return fail(404, 'id', 'single send not found');
  const problem = whyNotReady(send);
  if (problem !== null) return fail(400, ...problem);
  const wanted = textOf(request.fields['send_at']);
  const isNow = wanted === 'now';
  const at = isNow ? store.now : new Date(wanted);
  if (Number.isNaN(at.getTime()) || (!isNow && at <= store.now)) return fail(400, 'send_at', 'send_at must be in the future or now');
  sendsOf(store).put(send.id, { ...send, status: isNow ? 'triggered' : 'scheduled', sendAt: at.toISOString(), updatedAt: store.now.toISOString() });
  store.effect({ effect: isNow ? 'live' : 'inert', key: keyOf(send), id: send.id });
  return json(201, { send_at: at.toISOString(), status: 'scheduled' });
}

/** Field and words of the first thing that keeps it from being sent. */
function whyNotReady(send: SingleSend): [field: string, message: string] | null {
  const { emailConfig, sendTo, status } = send;
  if (status === 'triggered') return ['status', 'the single send was sent already'];
  if (textsOf(sendTo['list_ids']).length + textsOf(sendTo['segment_ids']).length === 0 && sendTo['all'] !== true)
    return ['send_to', 'at least one list or segment is required'];
  if (textOf(emailConfig['subject']) === '') return ['subject', 'subject is required'];
  if (textOf(emailConfig['sender_id']) === '') return ['sender_id', 'sender_id is required'];
  const leaves = [emailConfig['suppression_group_id'], emailConfig['custom_unsubscribe_url']];
  return leaves.every((way) => textOf(way) === '') ? ['suppression_group_id', 'a way to unsubscribe is required'] : null;
}

function unschedule(request: SandboxRequest, store: Store): SandboxAnswer {
  const send = find(request, store);
  if (send?.status !== 'scheduled') return fail(404, 'id', 'no schedule found');
  sendsOf(store).put(send.id, { ...send, status: 'draft' });
  store.undo(send.id, ['schedule']);
  return json(200, { send_at: send.sendAt, status: 'draft' });
}

/** What time does: scheduled mail goes out. */
function trigger(store: Store): void {
  for (const send of sendsOf(store).list()) {
    if (send.status !== 'scheduled' || Date.parse(send.sendAt ?? '') > store.now.getTime()) continue;
    sendsOf(store).put(send.id, { ...send, status: 'triggered' });
    store.effect({ effect: 'live', key: keyOf(send), id: send.id, operation: 'schedule' });
  }
}

function read(request: SandboxRequest, store: Store): SandboxAnswer {
  const send = find(request, store);
  return send === undefined ? fail(404, 'id', 'single send not found') : json(200, show(send));
}

/** Deleting does not call back what was sent. */
function remove(request: SandboxRequest, store: Store): SandboxAnswer {
  const send = find(request, store);
  if (send === undefined) return fail(404, 'id', 'single send not found');
  sendsOf(store).remove(send.id);
  store.undo(send.id, send.status === 'triggered' ? ['create-single-send', 'update-single-send'] : undefined);
  return noContent;
}

function search({ fields, query }: SandboxRequest, store: Store): SandboxAnswer {
  const name = textOf(fields['name']).toLowerCase();
  const statuses = textsOf(fields['status']);
  const categories = textsOf(fields['categories']);
  const found = sendsOf(store)
    .list()
    .filter((send) => send.name.toLowerCase().includes(name))
    .filter((send) => statuses.length === 0 || statuses.includes(send.status))
    .filter((send) => categories.length === 0 || categories.some((category) => send.categories.includes(category)));
  const result = found.slice(0, Number(query.get('page_size') ?? '50')).map(({ id, name: full, status, categories: all, sendAt, createdAt, updatedAt }) => ({
    ...{ id, name: full, abtest: null, status, categories: all, is_abtest: false, created_at: createdAt, updated_at: updatedAt },
    ...(sendAt !== null && { send_at: sendAt }),
  }));
  return json(200, { result, _metadata: { count: found.length } });
}

function show(send: SingleSend): unknown {
  const { id, name, status, categories, sendAt, sendTo, emailConfig, createdAt, updatedAt } = send;
  return { id, name, status, categories, send_at: sendAt, send_to: sendTo, email_config: emailConfig, created_at: createdAt, updated_at: updatedAt, is_abtest: false, warnings: [] };
}

interface List {
  readonly id: string;
  readonly count: number;
}

/** `POST /_sandbox/sendgrid/lists {id, count}`: only lists whose size was told have one. */
function setList({ fields }: SandboxRequest, store: Store): SandboxAnswer {
  const { id, count } = { id: textOf(fields['id']), count: fields['count'] };
  if (id === '' || typeof count !== 'number' || !Number.isInteger(count) || count < 0) return json(400, { version: 1, message: 'id is text, count a number from 0' });
  store.collection<List>('lists').put(id, { id, count });
  return json(201, { version: 1, id, count });
}

function listRoutes(): Route[] {
  const withList = (then: (list: List) => unknown): Route['handle'] => ({ parameters }, store) => {
    const list = store.collection<List>('lists').get(parameters['id'] ?? '');
    return list === undefined ? fail(404, 'id', 'list not found; tell its size with POST /_sandbox/sendgrid/lists') : json(200, then(list));
  };
  return [
    { method: 'GET', path: `${lists}/:id/contacts/count`, operation: 'count-list', reads: true, handle: withList(({ count }) => ({ contact_count: count, billable_count: count })) },
    { method: 'GET', path: `${lists}/:id`, operation: 'read-list', reads: true, handle: withList(({ id, count }) => ({ id, name: id, contact_count: count })) },
  ];
}

function accountRoutes(): Route[] {
  const scopes = ['marketing.read', 'marketing.automation.read', 'marketing.create', 'marketing.update', 'marketing.delete', 'mail.send', 'asm.groups.read'];
  return [
    { method: 'GET', path: '/v3/scopes', operation: 'read-scopes', reads: true, handle: () => json(200, { scopes }) },
    { method: 'GET', path: '/v3/user/account', operation: 'read-account', reads: true, handle: () => json(200, { type: 'paid', reputation: 100 }) },
    { method: 'GET', path: '/v3/user/profile', operation: 'read-profile', reads: true, handle: () => json(200, { company: 'Sandbox' }) },
  ];
}
