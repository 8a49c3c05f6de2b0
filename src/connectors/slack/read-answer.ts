import type { InterpretContext, Outcome } from '../../core/contract.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Answer } from '../../core/ports.ts';
import { failureOutcome, quote, readJson, retryAfter, textAt, type Asked } from '../answer.ts';

type Json = Readonly<Record<string, unknown>>;
type Received = Answer & { is: 'answer' };

/** Slack's words for "it may have happened": some part can have been done before the error. */
const doubtful = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable', 'team_added_to_org'];
const credentials = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'];
const permissions = [
  'not_in_channel',
  'missing_scope',
  'no_permission',
  'restricted_action',
  'access_denied',
  'ekm_access_denied',
  'cant_delete_message',
  'not_allowed_token_type',
];

/** What an answer means; `done` reads the receipt, null where the answer holds none. */
export function readAnswer(
  answer: Received,
  { connection: { account, origin } }: Pick<InterpretContext, 'connection'>,
  what: string,
  done: (json: Json) => Outcome | null,
): Outcome {
  const json = readJson(answer);
  const asked = { platform: 'Slack', account, origin, what };
  if (answer.status !== 200 || json === null) return failureOutcome(answer, asked, textAt(json, 'error'));
  if (json['ok'] === true) return done(json) ?? failureOutcome(answer, asked);
  return failed(answer, json, asked);
}

/** `ok: false` with HTTP 200: later, perhaps, or no. */
function failed(answer: Received, json: Json, asked: Asked): Outcome {
  const error = textAt(json, 'error');
  if (error === 'ratelimited' || error === 'rate_limited') return { is: 'throttled', seconds: retryAfter(answer) };
  if (json['ok'] !== false || error === '' || doubtful.includes(error))
    return { is: 'unknown', why: `Slack answered ${quote(error) || 'something that is not documented'}` };
  return { is: 'refused', finding: refusalFor(error, asked) };
}

/** A definite no, in words. */
export function refusalFor(error: string, { account, what }: Pick<Asked, 'account' | 'what'>): Finding {
  const platform = 'Slack';
  if (credentials.includes(error)) return finding('platform/wrong-credentials', { platform, account });
  if (permissions.includes(error))
    return finding('platform/missing-permission', { platform, account, needed: `${what} (${quote(error)})` });
  if (error === 'channel_not_found' || error === 'is_archived')
    return finding('platform/not-found', { platform, what: `such channel that can be written to (${error})` });
  return finding('platform/rejected', { platform, what, reason: quote(error) });
}
