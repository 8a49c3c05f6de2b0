import type { Connector } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import type { Answer } from '../../core/ports.ts';
import { failure, success } from '../../core/result.ts';
import { readJson, textAt, whyNot } from '../answer.ts';
import { refusalFor } from './read-answer.ts';

/** Whose token it is: right, and of the workspace that the connection names. */
export const readAccount: Connector['preflight'] = async (read, { account }) => {
  const answer = await read.get('/api/auth.test');
  const json = answer.is === 'answer' && answer.status < 429 ? readJson(answer) : null;
  const error = isUnknown(answer) ? 'invalid_auth' : textAt(json, 'error');
  if (error !== '') return failure([refusalFor(error, { account, what: 'sign in' })]);
  if (json?.['ok'] !== true)
    return failure([finding('platform/unreachable', { platform: 'Slack', why: whyNot(answer, 'Slack') })]);
  const team = textAt(json, 'team_id');
  const isOther = account !== '' && team !== '' && team !== account;
  return isOther
    ? failure([finding('platform/wrong-account', { platform: 'Slack', expected: account, actual: team })])
    : success({ workspace: team });
};

/** Slack says it with 200 and a word; whatever stands in front of it says it with 401. */
function isUnknown(answer: Answer): boolean {
  return answer.is === 'answer' && answer.status === 401;
}
