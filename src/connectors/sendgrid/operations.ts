import type { OperationBehaviour, Probe, ReadClient } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import { failure, success } from '../../core/result.ts';
import { at, listAt, readJson, textAt, whyNot } from '../answer.ts';
import { draftContent } from './draft-content.ts';
import { readAnswer, sendReceipt } from './read-answer.ts';

/** Where Single Sends live. */
export const sends = '/v3/marketing/singlesends';

/** Making the draft: looked up by our marker in its name, which SendGrid's search finds. */
export const create: OperationBehaviour = {
  interpret: (answer, context) =>
    readAnswer(answer, context, { status: [201], what: 'create the draft' }, () => {
      const receipt = sendReceipt(textAt(readJson(answer), 'id'));
      const content = draftContent(readJson(answer));
      return receipt !== null && content !== null ? { ...receipt, values: { content } } : receipt;
    }),
  probe: async ({ marker }, read) => {
    const answer = await read.search(`${sends}/search`, { name: marker });
    const json = answer.is === 'answer' && answer.status === 200 ? readJson(answer) : null;
    if (json === null || !Array.isArray(json['result'])) return { is: 'cannot-tell', why: whyNot(answer, 'SendGrid') };
    const ours = listAt(json, 'result').find((send) => textAt(send, 'name').includes(marker));
    if (ours === undefined) return { is: 'absent' };
    const receipt = sendReceipt(textAt(ours, 'id'));
    return receipt === null
      ? { is: 'cannot-tell', why: 'SendGrid names the draft in a way that is not documented' }
      : { is: 'found', receipt };
  },
  // A draft that somebody has sent by hand is theirs now: deleting it would delete its statistics too.
  isUnchanged: async ({ receipt }, read) => {
    const found = await readStatus(receipt.id, read);
    return found.is === 'status' && (found.status === 'draft' || found.status === 'gone');
  },
};

/** Sending: from here on there is no way back. A draft that is still one was not sent. */
export const schedule: OperationBehaviour = {
  capture: async (_operation, { path }, read, { receipts }) => {
    const made = Object.values(receipts).find(({ id }) => id === idIn(path))?.values?.['content'];
    const found = await readStatus(idIn(path), read);
    if (found.is !== 'status')
      return failure([finding('platform/unreachable', { platform: 'SendGrid', why: found.why })]);
    // An adopted draft holds no copy of what it was; the reading back after the send still compares it.
    const isOurs = found.status !== 'draft' || made === undefined || draftContent(found.json) === made;
    return isOurs
      ? success({})
      : failure([finding('platform/changed-meanwhile', { what: 'The draft', how: 'somebody edited it in SendGrid' })]);
  },
  interpret: (answer, context) =>
    readAnswer(answer, context, { status: [200, 201], what: 'send the campaign' }, () => {
      const status = textAt(readJson(answer), 'status');
      return ['scheduled', 'triggered'].includes(status) ? sendReceipt(idIn(context.request.path)) : null;
    }),
  probe: async ({ request }, read) => {
    const id = idIn(request.path);
    const found = await readStatus(id, read);
    if (found.is !== 'status') return found;
    const receipt = sendReceipt(id);
    if (['scheduled', 'triggered'].includes(found.status) && receipt !== null) return { is: 'found', receipt };
    return found.status === 'draft'
      ? { is: 'absent' }
      : { is: 'cannot-tell', why: `the campaign is ${found.status} in SendGrid` };
  },
};

/** Deleting the draft. */
export const deletion: OperationBehaviour = {
  interpret: (answer, context) => {
    if (answer.status === 404 && readJson(answer) !== null)
      return { is: 'nothing-to-undo', why: 'the draft was deleted before' };
    return readAnswer(answer, context, { status: [200, 204], what: 'delete the draft' }, () =>
      sendReceipt(idIn(context.request.path)),
    );
  },
  probe: async ({ request }, read) => {
    const id = idIn(request.path);
    const found = await readStatus(id, read);
    if (found.is !== 'status') return found;
    return found.status === 'gone' ? { is: 'found', receipt: { id } } : { is: 'absent' };
  },
};

/** Status of a Single Send; `gone` where there is none. */
export async function readStatus(
  id: string,
  read: ReadClient,
): Promise<
  { readonly is: 'status'; readonly status: string; readonly json: unknown } | Extract<Probe, { is: 'cannot-tell' }>
> {
  const answer = await read.get(`${sends}/${encodeURIComponent(id)}`);
  const json = answer.is === 'answer' ? readJson(answer) : null;
  if (answer.is === 'answer' && answer.status === 404 && json !== null) return { is: 'status', status: 'gone', json };
  const status = textAt(json, 'status');
  if (answer.is !== 'answer' || answer.status !== 200 || at(json, 'id') !== id || status === '')
    return { is: 'cannot-tell', why: whyNot(answer, 'SendGrid') };
  return { is: 'status', status, json };
}

function idIn(path: string): string {
  return decodeURIComponent(/singlesends\/([^/?]+)/.exec(path)?.[1] ?? '');
}
