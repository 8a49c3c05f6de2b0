import type { Connector } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import { failure, success } from '../../core/result.ts';
import { readJson, textAt, whyNot } from '../answer.ts';
import { refusalFor } from './read-answer.ts';

/** Whose token it is: right, and of the workspace that the connection names. */
export const readAccount: Connector['preflight'] = async (read, { account }) => {
  const answer = await read.get('/api/auth.test');
  const json = answer.is === 'answer' && answer.status < 429 ? readJson(answer) : null;
  if (json === null)
    return failure([finding('platform/unreachable', { platform: 'Slack', why: whyNot(answer, 'Slack') })]);
  if (json['ok'] !== true)
    return failure([refusalFor(textAt(json, 'error') || 'invalid_auth', { account, what: 'sign in' })]);
  const team = textAt(json, 'team_id');
  const isOther = account !== '' && team !== '' && team !== account;
  return isOther
    ? failure([finding('platform/wrong-account', { platform: 'Slack', expected: account, actual: team })])
    : success({ workspace: team });
};
