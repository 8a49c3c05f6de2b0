import type { InterpretContext, Outcome } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import type { Answer } from '../../core/ports.ts';
import { failureOutcome, quote, readJson, textAt } from '../answer.ts';

/** The name that messages use. */
export const platform = 'WordPress';

/** Codes of WordPress that are a no, although their status is that of a breakdown. */
const definite = ['rest_upload_sideload_error', 'rest_trash_not_supported'];

/**
 * An answer that is not what was hoped for: WordPress explains itself in JSON; where a web page comes instead,
 * something in front of it has answered. `what` completes "refused to ...".
 */
export function readFailure(
  answer: Answer & { is: 'answer' },
  { connection: { origin, account } }: Pick<InterpretContext, 'connection'>,
  what: string,
): Outcome {
  const json = readJson(answer);
  const reason = textAt(json, 'message');
  if (definite.includes(textAt(json, 'code')))
    return { is: 'refused', finding: finding('platform/rejected', { platform, what, reason: quote(reason) }) };
  return failureOutcome(answer, { platform, origin, account, what }, reason);
}
