import type { Action } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import { failure, success } from '../../core/result.ts';
import { at, readJson, textAt, whyNot } from '../answer.ts';

/** How many people are on the list right now. */
export const measureList: NonNullable<Action['measure']> = async (step, read) => {
  const draft = step.operations.find(({ kind }) => kind === 'create');
  const list = textAt(draft?.request.json, 'send_to', 'list_ids', 0);
  const answer = await read.get(`/v3/marketing/lists/${encodeURIComponent(list)}/contacts/count`);
  const json = answer.is === 'answer' ? readJson(answer) : null;
  const count = at(json, 'contact_count');
  if (answer.is === 'answer' && answer.status === 200 && typeof count === 'number' && Number.isInteger(count))
    return success({ audience: count });
  if (answer.is === 'answer' && answer.status === 404)
    return failure([finding('platform/not-found', { platform: 'SendGrid', what: `list "${list}"` })]);
  return failure([finding('platform/unreachable', { platform: 'SendGrid', why: whyNot(answer, 'SendGrid') })]);
};
