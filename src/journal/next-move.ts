import { unreachable } from '../core/result.ts';
import { nextForward } from './next-forward.ts';
import type { Move } from './move.ts';
import { nextUndo } from './next-undo.ts';
import { nextSettle } from './next-settle.ts';
import type { JournalState } from './state.ts';
import type { Timings } from './timings.ts';

/** Who asks: the epoch that this runner won, or null. */
export interface Asker {
  readonly epoch: number | null;
  readonly timings: Timings;
  /** Decides windows and times; differs from the real time in trials only. */
  readonly dueNow: Date;
}

/**
 * The whole recovery table: what the state on the server asks for next. Pure and total; the same function drives a
 * first run, a run after a crash and a run that finds nothing to do.
 */
export function nextMove(state: JournalState, now: Date, asker: Asker): Move {
  switch (state.phase) {
    case 'AUTHORISED':
      return { move: 'claim', takeover: false };
    case 'WAITING':
      return nextOfWaiting(state, now, asker.dueNow);
    case 'CLAIMED':
    case 'COMPENSATING':
      return isHeldBy(state, asker) ? nextOfHolder(state, now, asker.timings) : nextOfOther(state, now, asker.timings);
    case 'NEEDS-HUMAN':
      return { move: 'ask', question: state.question?.question ?? 'A person must decide.' };
    case 'SUCCEEDED':
      if (state.sealed !== null) return { move: 'finished' };
      return { move: state.verified === null ? 'verify' : 'seal' };
    case 'ENDED':
      return { move: state.sealed === null ? 'seal' : 'finished' };
    default:
      return unreachable(state.phase);
  }
}

function isHeldBy(state: JournalState, asker: Asker): boolean {
  return state.lease !== null && asker.epoch === state.epoch;
}

function nextOfWaiting(state: JournalState, now: Date, dueNow: Date): Move {
  const until = state.waiting?.until;
  const isByCalendar = state.waiting?.reason === 'window' || state.waiting?.reason === 'time';
  if (until === undefined || (isByCalendar ? dueNow : now) >= new Date(until))
    return { move: 'claim', takeover: false };
  return { move: 'wait', until: new Date(until), why: state.waiting?.words ?? 'it waits' };
}

/** The lease only prevents thrash: what makes a takeover safe is the epoch in the compare-and-swap. */
function nextOfOther(state: JournalState, now: Date, timings: Timings): Move {
  if (state.lease === null) return { move: 'claim', takeover: false };
  const until = new Date(Date.parse(state.lease.until) + timings.callMaximum + timings.skew);
  return now > until ? { move: 'claim', takeover: true } : { move: 'leave', until };
}

/** Open doubts first: nothing new is begun, and nothing undone, while it is not known what happened. */
function nextOfHolder(state: JournalState, now: Date, timings: Timings): Move {
  if (state.closed !== null)
    return { move: 'end', state: state.compensating === null ? 'STOPPED' : 'COMPENSATION-FAILED', why: state.closed };
  return nextSettle(state, now, timings) ?? (state.compensating === null ? nextForward(state) : nextUndo(state));
}
