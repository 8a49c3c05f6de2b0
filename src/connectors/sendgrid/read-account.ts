import type { Connector } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import { failure, success } from '../../core/result.ts';
import { failureOutcome, readJson, whyNot } from '../answer.ts';
import { reasonIn } from './read-answer.ts';

/** Whether the key is known and may do anything with campaigns: the list of its rights can be read by every key. */
export const readAccount: Connector['preflight'] = async (read, { account, origin }) => {
  const answer = await read.get('/v3/scopes');
  if (answer.is === 'answer' && answer.status === 200 && readJson(answer) !== null) return success({});
  if (answer.is === 'answer') {
    const asked = { platform: 'SendGrid', account, origin, what: 'read the rights of the key' };
    const outcome = failureOutcome(answer, asked, reasonIn(answer));
    if (outcome.is === 'refused') return failure([outcome.finding]);
  }
  return failure([finding('platform/unreachable', { platform: 'SendGrid', why: whyNot(answer, 'SendGrid') })]);
};
