import { unreachable } from '../core/result.ts';
import type { Move } from '../journal/move.ts';
import { nextMove } from '../journal/next-move.ts';
import { claimExecution } from './claim-execution.ts';
import { endSession } from './end-session.ts';
import type { Engine } from './engine.ts';
import { performAnnounced, makeCall } from './make-calls.ts';
import { announceCalls } from './announce-calls.ts';
import { openChain } from './open-chain.ts';
import { sealExecution } from './seal-execution.ts';
import { flush, go, note, stateOf, type Progress, type Session, stopWith } from './session.ts';
import { settleCall } from './settle-call.ts';
import { verifySteps } from './verify-steps.ts';

/** A plan has at most some hundred moves; more means that two parts of the engine disagree. */
const maximumMoves = 5_000;

/** Moves an execution on until nothing more can be done now. */
export async function driveExecution(engine: Engine, session: Session): Promise<Progress & { is: 'stop' }> {
  for (let count = 0; count < maximumMoves; count += 1) {
    const move = nextMove(stateOf(session), engine.clock.now(), {
      epoch: session.epoch,
      timings: engine.timings,
      dueNow: engine.dueNow(),
    });
    const progress = await perform(engine, session, move);
    if (progress.is === 'stop') return progress;
    if (progress.is === 'lost') {
      const reread = await rereadChain(engine, session);
      if (reread.is === 'stop') return reread;
    }
  }
  throw new Error(`execution ${session.executionId} does not come to an end`);
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
      return prepareAll(engine, session, move.calls);
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
      await note(engine, session, [{ kind: 'SUCCEEDED' }]);
      return flush(engine, session);
    case 'end':
      return endSession(engine, session, move.state, move.why);
    case 'verify':
      await verifySteps(engine, session);
      return go;
    case 'seal':
      return sealExecution(engine, session);
    case 'ask':
      return { is: 'stop', why: move.question };
    case 'finished':
      return { is: 'stop' };
    default:
      return unreachable(move);
  }
}

async function prepareAll(
  engine: Engine,
  session: Session,
  calls: Extract<Move, { move: 'prepare' }>['calls'],
): Promise<Progress> {
  const announced = await announceCalls(engine, session, calls);
  if (!announced.ok) return stopWith(announced.error);
  await note(engine, session, [announced.value.intent]);
  const pushed = await flush(engine, session);
  return pushed.is === 'go' ? performAnnounced(engine, session, announced.value) : pushed;
}

/** After a lost push: what the store says now. Who no longer holds the newest claim is fenced off. */
async function rereadChain(engine: Engine, session: Session): Promise<Progress> {
  const fetched = await engine.store.refresh();
  if (!fetched.ok) return { is: 'stop', why: fetched.why };
  const { ref } = session.chain;
  const chain = await openChain(engine, ref, session.executionId, (await engine.store.tips(ref)).get(ref) ?? null);
  if (!chain.ok) return stopWith(chain.error);
  session.chain = chain.value;
  session.waitingResults = [];
  const state = stateOf(session);
  const isOurs = state.epoch === session.epoch && state.lease?.runner === engine.runner;
  if (!isOurs) session.epoch = null;
  return go;
}
