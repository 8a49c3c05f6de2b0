import { addDuration } from '../core/duration.ts';
import type { Operation } from '../generated/types/plan.ts';
import type { Move } from './move.ts';
import { locate } from './plan-facts.ts';
import type { CallState, Direction, JournalState, OperationState } from './state.ts';
import type { Timings } from './timings.ts';

type How = (Move & { move: 'settle' })['how'];

/** The first call of which it is not known whether it happened, and how to find out. */
export function nextSettle(state: JournalState, now: Date, timings: Timings): (Move & { move: 'settle' }) | null {
  for (const operation of state.operations.values()) {
    for (const direction of ['do', 'undo'] as const) {
      const call = operation[direction];
      if (call.state === 'INTENT' || call.state === 'UNKNOWN') return settle(state, operation, direction, now, timings);
    }
  }
  return null;
}

function settle(
  state: JournalState,
  known: OperationState,
  direction: Direction,
  now: Date,
  timings: Timings,
): Move & { move: 'settle' } {
  const { step, operation } = known;
  const call = known[direction];
  const planned = locate(state.authorised.effects, step, operation).operation;
  const how = howToSettle(state, planned, call, direction, now, timings);
  const sent = Date.parse(call.intent?.notAfter ?? now.toISOString());
  const quiet = new Date(sent + timings.callMaximum + timings.skew);
  const notBefore = how === 'probe' ? addDuration(quiet, planned.provider.lag ?? 'PT0S') : quiet;
  return { move: 'settle', call: { step, operation, direction }, how, notBefore };
}

/**
 * `probe` where the platform may be able to tell; the engine asks a person where the action has no look-up. Never the
 * same call again where a repeat could be a second effect, or where what it does is not wanted any more.
 */
function howToSettle(
  state: JournalState,
  { provider, effect }: Operation,
  call: CallState,
  direction: Direction,
  now: Date,
  timings: Timings,
): How {
  // An undo sets a state instead of adding to one: looking first, then repeating it, is safe for every class.
  if (provider.class === 'P' || direction === 'undo') return 'probe';
  // A refusal of a repeat proves nothing about the attempt before it.
  if (call.finding !== undefined) return 'probe';
  // An inert draft made twice harms nobody; a message sent twice does.
  if (effect === 'inert') return 'resend';
  if (provider.class === 'N') return 'ask';
  // A repeat may be the first that arrives: not for what is about to be undone.
  return state.compensating === null && isKeyFresh(call, provider.window, now, timings) ? 'resend' : 'probe';
}

/** Whether the platform still knows the key of the first attempt when a repeat that leaves now arrives. */
function isKeyFresh(call: CallState, window: string | undefined, now: Date, timings: Timings): boolean {
  const age = now.getTime() - Date.parse(call.firstAt ?? now.toISOString());
  const length = addDuration(new Date(0), window ?? 'PT0S').getTime();
  return age < length - timings.notAfter - timings.callMaximum - timings.skew;
}
