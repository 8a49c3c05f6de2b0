import type { Outcome } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import type { Answer } from '../../core/ports.ts';
import type { Connection } from '../../generated/types/plan.ts';
import { at, failureOutcome, listAt, quote, readJson, textAt } from '../answer.ts';

type Received = Answer & { is: 'answer' };

/** One error of Google's envelope, such as `campaignError` `DUPLICATE_CAMPAIGN_NAME`. */
export interface AdsError {
  readonly code: string;
  readonly message: string;
  /** What caused it, such as the name that is taken. */
  readonly trigger: string;
}

/** All errors in an answer. */
export function errorsIn(answer: Pick<Received, 'text'>): readonly AdsError[] {
  return detailsIn(answer)
    .flatMap((detail) => listAt(detail, 'errors'))
    .map((error) => ({
      code: Object.values((at(error, 'errorCode') as object | undefined) ?? {}).map(String)[0] ?? '',
      message: textAt(error, 'message'),
      trigger: textAt(error, 'trigger', 'stringValue'),
    }));
}

/** What an answer other than success means. */
export function failureOutcomeOf(answer: Received, connection: Connection, what: string): Outcome {
  const asked = { platform: 'Google Ads', account: customerOf(connection), origin: connection.origin, what };
  const errors = errorsIn(answer);
  const reason =
    errors.map(({ code, message }) => [code, message].filter((part) => part !== '').join(': ')).join('; ') ||
    textAt(readJson(answer), 'error', 'message');
  const outcome = failureOutcome(answer, asked, reason);
  if (outcome.is === 'throttled') return { is: 'throttled', seconds: delayIn(answer) ?? outcome.seconds };
  // Google says "no rights" with 403 and with words that help more than a list of rights.
  if (outcome.is === 'refused' && answer.status === 404)
    return {
      is: 'refused',
      finding: finding('platform/not-found', { platform: asked.platform, what: quote(reason) || 'such account' }),
    };
  return outcome;
}

/** Ten digits. */
export function customerOf({ settings }: Pick<Connection, 'settings'>): string {
  return settings['customer-id'] ?? '';
}

function detailsIn(answer: Pick<Received, 'text'>): readonly unknown[] {
  return listAt(readJson(answer), 'error', 'details');
}

/** How long Google asks to wait; it says so in the body, not in a header. */
function delayIn(answer: Received): number | null {
  const delays = detailsIn(answer)
    .flatMap((detail) => [
      textAt(detail, 'retryDelay'),
      ...listAt(detail, 'errors').map((error) => textAt(error, 'details', 'quotaErrorDetails', 'retryDelay')),
    ])
    .flatMap((delay) => /^(\d{1,6})(?:\.\d+)?s$/.exec(delay)?.[1] ?? []);
  return delays.length === 0 ? null : Math.max(...delays.map(Number));
}
