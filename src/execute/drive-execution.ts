import { unreachable } from '../core/result.ts';
import type { Move } from '../journal/move.ts';
import { nextMove } from '../journal/next-move.ts';
import { orphansOf } from '../journal/orphans.ts';
import { claimExecution } from './claim-execution.ts';
import { endSession } from './end-session.ts';
import type { Engine } from './engine.ts';
import { makeCall, makePrepares } from './make-calls.ts';
import { rereadChain } from './reread-chain.ts';
import { sealExecution } from './seal-execution.ts';
import { flush, go, note, stateOf, type Progress, type Session } from './session.ts';
import { settleQuestion } from './settle-question.ts';
import { settleCall } from './settle-call.ts';
import { verifySteps } from './verify-steps.ts';

/** A plan has at most some hundred moves; more means that two parts of the engine disagree. */
const maximumMoves = 5_000;

/** Moves an execution on until nothing more can be done now. */
export async function driveExecution(engine: Engine, session: Session): Promise<Progress & { is: 'stop' }> {
  for (let count = 0, lost = 0; count < maximumMoves; count += 1) {
    const move = nextMove(stateOf(session), engine.clock.now(), {
      epoch: session.epoch,
      timings: engine.timings,
      dueNow: engine.dueNow(),
    });
    let progress = await perform(engine, session, move);
    if (progress.is === 'lost') {
      lost += 1;
      progress = await rereadChain(engine, session, lost);
    }
    if (progress.is === 'stop') return withUnrecorded(session, progress);
  }
  throw new Error(`execution ${session.executionId} does not come to an end`);
}

function withUnrecorded(session: Session, stop: Progress & { is: 'stop' }): Progress & { is: 'stop' } {
  if (session.unrecorded.length === 0) return stop;
  return { ...stop, findings: [...(stop.findings ?? []), ...session.unrecorded] };
}

async function perform(engine: Engine, session: Session, move: Move): Promise<Progress> {
  switch (move.move) {
    case 'claim':
      return claimExecution(engine, session, move.takeover);
    case 'leave':
      return { is: 'stop', retry: true, until: move.until, why: 'another runner is working on it' };
    case 'wait':
      return { is: 'stop', why: move.why, ...(move.until === null ? {} : { until: move.until }) };
    case 'prepare':
      return makePrepares(engine, session, move.calls);
    case 'call':
      return makeCall(engine, session, move.call);
    case 'settle':
      return settleCall(engine, session, move);
    default:
      return conclude(engine, session, move);
  }
}

async function conclude(
  engine: Engine,
  session: Session,
  move: Extract<Move, { move: 'compensate' | 'succeed' | 'end' | 'verify' | 'seal' | 'ask' | 'finished' }>,
): Promise<Progress> {
  switch (move.move) {
    case 'compensate':
      await note(engine, session, [{ kind: 'COMPENSATING', why: move.why }]);
      return flush(engine, session);
    case 'succeed':
      return succeed(engine, session);
    case 'end':
      return endSession(engine, session, move.state, move.why);
    case 'verify':
      await verifySteps(engine, session);
      return go;
    case 'seal':
      return sealExecution(engine, session);
    case 'ask':
      return settleQuestion(engine, session);
    case 'finished':
      return { is: 'stop' };
    default:
      return unreachable(move);
  }
}

async function succeed(engine: Engine, session: Session): Promise<Progress> {
  const orphans = orphansOf(stateOf(session));
  await note(engine, session, [{ kind: 'SUCCEEDED', ...(orphans.length > 0 && { orphans }) }]);
  return flush(engine, session);
}
