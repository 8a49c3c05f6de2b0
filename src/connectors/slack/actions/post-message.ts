import type { Action, AssembleContext, StepPlan } from '../../../core/contract.ts';
import { finding } from '../../../core/finding.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { key, leaf, matchesTemplate, ofReceipt } from '../../../core/template.ts';
import type { Operation, Template } from '../../../generated/types/plan.ts';
import type { Input } from '../../../generated/types/actions/slack.post-message.ts';
import { at, textAt } from '../../answer.ts';
import { eventType, findByTime } from '../find-message.ts';
import { messageText } from '../message-text.ts';
import { previewMessage } from '../preview-message.ts';
import { limits, longestText } from '../limits.ts';
import { deletion, post } from '../operations.ts';

const undoInWords = 'The message is deleted. Whoever has read it, has read it.';

/** One message in one channel. Nothing is prepared: Slack has no drafts. */
export const action: Action<Input> = {
  id: 'slack/post-message',
  title: 'Slack message',
  version: 1,
  channel: 'chat',
  references: [{ pointer: '/content', as: 'content' }],
  outputs: { ts: { type: 'id', maxLength: 30 } },
  limits,
  riskFloor: 'low',
  reversibility: 'stop-further',
  assemble,
  preview: (step) => step.operations.filter(({ kind }) => kind === 'post').map(previewMessage),
  operations: { post, delete: deletion },
  verify: async (step, receipts, read) => {
    const [operation] = step.operations;
    const receipt = receipts[operation?.id ?? ''];
    if (operation === undefined || receipt === undefined)
      return { verdict: 'cannot-verify', words: 'no message was recorded' };
    const seen = await findByTime(read, textAt(receipt, 'values', 'channel'), receipt.id);
    if (!('ts' in seen))
      return seen.is === 'absent'
        ? { verdict: 'differs', words: 'the message is not in the channel any more' }
        : { verdict: 'cannot-verify', words: seen.is === 'cannot-tell' ? seen.why : 'nothing was found' };
    if (matchesTemplate(at(operation.request.json, 'text'), seen.text))
      return { verdict: 'as-approved', words: 'the message stands in the channel, word for word' };
    return { verdict: 'differs', words: 'the message in the channel has another text' };
  },
};

function assemble(input: Input, context: AssembleContext): Result<StepPlan> {
  const text = messageText(input.content, context);
  const length = context.longest(text);
  if (length > longestText.maximum) {
    const { what, maximum, source } = longestText;
    const parameters = { what, length, maximum, unit: 'characters', source };
    return failure([finding('platform/too-long', parameters, context.place('/content'))]);
  }
  const operation = postOperation(input, text);
  return success({
    operations: [operation],
    outputs: { ts: { operation: operation.id, field: 'id', type: 'id', 'max-length': 30 } },
    fees: [],
    reversibility: 'stop-further',
    'undo-in-words': undoInWords,
    words: `Message in Slack channel ${input.channel}`,
  });
}

function postOperation(input: Input, text: Template): Operation {
  return {
    id: 'post',
    kind: 'post',
    phase: 'activate',
    effect: 'live',
    needs: [],
    // The key travels in the metadata, and the history shows it again a moment later.
    provider: { class: 'P', lag: 'PT5S' },
    'key-at': '/metadata/event_payload/key',
    request: {
      method: 'POST',
      path: '/api/chat.postMessage',
      json: {
        channel: input.channel,
        text,
        unfurl_links: input['link-previews'] ?? true,
        metadata: { event_type: eventType, event_payload: { key: leaf(key) } },
      },
    },
    undo: [
      {
        kind: 'delete',
        words: undoInWords,
        request: {
          method: 'POST',
          path: '/api/chat.delete',
          json: { channel: leaf(ofReceipt('channel', 'id')), ts: leaf(ofReceipt('id', 'id')) },
        },
      },
    ],
  };
}
