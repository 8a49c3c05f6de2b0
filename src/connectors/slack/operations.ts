import type { OperationBehaviour, Receipt } from '../../core/contract.ts';
import { textAt } from '../answer.ts';
import { findByKey, findByTime } from './find-message.ts';
import { readAnswer } from './read-answer.ts';

/** A message is named by its channel and its time in it. */
function receiptOf(channel: string, ts: string): Receipt | null {
  return /^[A-Z0-9]{3,30}$/.test(channel) && /^\d{1,15}\.\d{1,10}$/.test(ts) ? { id: ts, values: { channel } } : null;
}

/** Posting: looked up by the key in its metadata. */
export const post: OperationBehaviour = {
  interpret: (answer, context) =>
    readAnswer(answer, context, 'post the message', (json) => {
      const receipt = receiptOf(textAt(json, 'channel'), textAt(json, 'ts'));
      return receipt === null ? null : { is: 'done', receipt };
    }),
  probe: async ({ key, request, since }, read) => {
    const channel = textAt(request.json, 'channel');
    const found = await findByKey(read, channel, key, since);
    if (!('ts' in found)) return found;
    const receipt = receiptOf(channel, found.ts);
    return receipt === null
      ? { is: 'cannot-tell', why: 'Slack names the message in a way that is not documented' }
      : { is: 'found', receipt };
  },
  isUnchanged: async ({ receipt }, read) => {
    const found = await findByTime(read, textAt(receipt, 'values', 'channel'), receipt.id);
    // A message that is gone was edited by nobody: the deletion then finds nothing to undo.
    return 'ts' in found ? !found.isEdited : found.is === 'absent';
  },
};

/** Taking it back. */
export const deletion: OperationBehaviour = {
  interpret: (answer, context) => {
    const { request } = context;
    const outcome = readAnswer(answer, context, 'delete the message', () => {
      const receipt = receiptOf(textAt(request.json, 'channel'), textAt(request.json, 'ts'));
      return receipt === null ? null : { is: 'done', receipt };
    });
    const isGone = outcome.is === 'refused' && answer.text.includes('"message_not_found"');
    return isGone ? { is: 'nothing-to-undo', why: 'the message was deleted before' } : outcome;
  },
  probe: async ({ receipt, request }, read) => {
    const channel = textAt(request.json, 'channel');
    const ts = receipt?.id ?? textAt(request.json, 'ts');
    const found = await findByTime(read, channel, ts);
    if ('ts' in found) return { is: 'absent' };
    return found.is === 'absent' ? { is: 'found', receipt: { id: ts, values: { channel } } } : found;
  },
};
