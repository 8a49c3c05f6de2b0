import { addDuration } from '../core/duration.ts';
import type { Move } from './move.ts';
import { locate } from './plan-facts.ts';
import type { CallState, Direction, JournalState, OperationState } from './state.ts';
import type { Timings } from './timings.ts';

/** The first call of which it is not known whether it happened, and how to find out. */
export function nextSettle(state: JournalState, now: Date, timings: Timings): Move | null {
  for (const operation of state.operations.values()) {
    for (const direction of ['do', 'undo'] as const) {
      const call = operation[direction];
      if (call.state === 'INTENT' || call.state === 'UNKNOWN')
        return settle(state, operation, direction, call, now, timings);
    }
  }
  return null;
}

function settle(
  state: JournalState,
  { step, operation }: OperationState,
  direction: Direction,
  call: CallState,
  now: Date,
  timings: Timings,
): Move {
  const planned = locate(state.authorised.effects, step, operation).operation;
  const { provider, effect } = planned;
  const sent = Date.parse(call.intent?.notAfter ?? now.toISOString());
  const quiet = sent + timings.callMaximum + timings.skew;
  const reference = { step, operation, direction };
  // An undo sets a state instead of adding to one: looking first, then repeating it, is safe for every class.
  if (provider.class === 'P' || direction === 'undo') {
    const notBefore = addDuration(new Date(quiet), provider.lag ?? 'PT0S');
    return { move: 'settle', call: reference, how: 'probe', notBefore };
  }
  if (provider.class === 'K') {
    const age = now.getTime() - Date.parse(call.firstAt ?? now.toISOString());
    const window = addDuration(new Date(0), provider.window ?? 'PT0S').getTime();
    const safe = window - timings.notAfter - timings.callMaximum - timings.skew;
    return {
      move: 'settle',
      call: reference,
      how: age < safe ? 'resend' : 'ask',
      notBefore: new Date(quiet),
    };
  }
  // An inert draft made twice harms nobody; a message sent twice does.
  const how = effect === 'inert' ? 'resend' : 'ask';
  return { move: 'settle', call: reference, how, notBefore: new Date(quiet) };
}
