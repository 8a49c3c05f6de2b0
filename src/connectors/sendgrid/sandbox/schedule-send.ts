import {
  json,
  textOf,
  textsOf,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { fail, findSend, keyOf, sendsOf, type SingleSend } from './single-send.ts';

/** Sends now, or at a time to come. */
export function schedule(request: SandboxRequest, store: Store): SandboxAnswer {
  const send = findSend(request, store);
  if (send === undefined) return fail(404, 'id', 'single send not found');
  const problem = whyNotReady(send);
  if (problem !== null) return fail(400, ...problem);
  const wanted = textOf(request.fields['send_at']);
  const isNow = wanted === 'now';
  const at = isNow ? store.now : new Date(wanted);
  if (Number.isNaN(at.getTime()) || (!isNow && at <= store.now))
    return fail(400, 'send_at', 'send_at must be in the future or now');
  sendsOf(store).put(send.id, {
    ...send,
    status: isNow ? 'triggered' : 'scheduled',
    sendAt: at.toISOString(),
    updatedAt: store.now.toISOString(),
  });
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
  return leaves.every((way) => textOf(way) === '')
    ? ['suppression_group_id', 'a way to unsubscribe is required']
    : null;
}

/** Takes a schedule back; the draft stays. */
export function unschedule(request: SandboxRequest, store: Store): SandboxAnswer {
  const send = findSend(request, store);
  if (send?.status !== 'scheduled') return fail(404, 'id', 'no schedule found');
  sendsOf(store).put(send.id, { ...send, status: 'draft' });
  store.undo(send.id, ['schedule']);
  return json(200, { send_at: send.sendAt, status: 'draft' });
}

/** What time does: scheduled mail goes out. */
export function trigger(store: Store): void {
  for (const send of sendsOf(store).list()) {
    if (send.status !== 'scheduled' || Date.parse(send.sendAt ?? '') > store.now.getTime()) continue;
    sendsOf(store).put(send.id, { ...send, status: 'triggered' });
    store.effect({ effect: 'live', key: keyOf(send), id: send.id, operation: 'schedule' });
  }
}
