import {
  json,
  noContent,
  objectOf,
  textOf,
  textsOf,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { fail, findSend, keyOf, sendsOf, show, type SingleSend } from './single-send.ts';

/** Makes a draft; names are not unique. */
export function create(request: SandboxRequest, store: Store): SandboxAnswer {
  const name = textOf(request.fields['name']);
  if (name.length < 1 || name.length > 100) return fail(400, 'name', 'name is required and has at most 100 characters');
  if (request.fields['send_at'] === 'now') return fail(400, 'send_at', 'now is valid for scheduling only');
  const now = store.now.toISOString();
  const id = `5a4d0000-0000-4000-8000-${String(store.next('singlesends')).padStart(12, '0')}`;
  const made = change(
    {
      id,
      name,
      status: 'draft',
      categories: [],
      sendAt: null,
      sendTo: {},
      emailConfig: {},
      createdAt: now,
      updatedAt: now,
    },
    request,
  );
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

/** Changes a draft. */
export function update(request: SandboxRequest, store: Store): SandboxAnswer {
  const before = findSend(request, store);
  if (before === undefined) return fail(404, 'id', 'single send not found');
  if (before.status !== 'draft') return fail(400, 'status', 'only drafts can be updated');
  const after = { ...change(before, request), updatedAt: store.now.toISOString() };
  sendsOf(store).put(after.id, after);
  store.effect({ effect: 'inert', key: keyOf(after), id: after.id });
  return json(202, show(after));
}

/** Deleting does not call back what was sent. */
export function remove(request: SandboxRequest, store: Store): SandboxAnswer {
  const send = findSend(request, store);
  if (send === undefined) return fail(404, 'id', 'single send not found');
  sendsOf(store).remove(send.id);
  store.undo(send.id, send.status === 'triggered' ? ['create-single-send', 'update-single-send'] : undefined);
  return noContent;
}
