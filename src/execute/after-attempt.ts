import { unreachable } from '../core/result.ts';
import type { BodyOf } from '../journal/entry.ts';
import { operationRef, type JournalState } from '../journal/state.ts';
import type { ResultBody } from './session.ts';

/**
 * What an answer proves. A definite no to a repeat says nothing about an attempt before it that got no answer: the call
 * stays in doubt, with the refusal kept for the day when a look-up shows that nothing happened.
 */
export function afterAttempt(state: JournalState, body: ResultBody, sentAt: string): ResultBody {
  if (body.kind === 'NOTHING-TO-UNDO' || !isDoubtful(state, body)) return body;
  const { step, operation, direction } = body;
  const doubt: BodyOf<'UNKNOWN'> = { kind: 'UNKNOWN', step, operation, direction, why: '', sentAt };
  switch (body.kind) {
    case 'DONE':
    case 'UNKNOWN':
      return body;
    case 'ABSENT':
      return { ...doubt, why: 'this attempt had no effect; an earlier one got no answer' };
    case 'REFUSED':
      return { ...doubt, why: 'refused now; an earlier attempt got no answer', finding: body.finding };
    default:
      return unreachable(body);
  }
}

/** Whether an attempt before the newest one is open still. */
function isDoubtful(
  state: JournalState,
  { step, operation, direction }: Exclude<ResultBody, BodyOf<'NOTHING-TO-UNDO'>>,
): boolean {
  const known = state.operations.get(operationRef(step, operation))?.[direction];
  if (known === undefined) return false;
  return (known.doubts ?? 0) > 0;
}
