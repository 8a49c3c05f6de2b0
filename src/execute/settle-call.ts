import type { Probe } from '../core/contract.ts';
import { finding, type Finding } from '../core/finding.ts';
import type { CallRef, Move } from '../journal/move.ts';
import type { Body } from '../journal/entry.ts';
import { operationRef, type CallState, type JournalState } from '../journal/state.ts';
import { askHuman } from './ask-human.ts';
import type { Engine } from './engine.ts';
import { makeCall, makePrepares } from './make-calls.ts';
import { park } from './obey.ts';
import { readClient } from './read-client.ts';
import { callFacts, describeCall, fillCall, type Call } from './run-context.ts';
import { go, note, stateOf, type Progress, type Session } from './session.ts';

/** Attempts of one call without a clear answer, after which it is not made again on its own. */
const maximumAttempts = 4;
/** A longer wait is left to a later run: the claim is given back meanwhile. */
const patience = 30_000;

type Settle = Extract<Move, { move: 'settle' }>;

/** Finds out about an intent without a result: by look-up, by the same key again, or by asking a person. */
export async function settleCall(engine: Engine, session: Session, move: Settle): Promise<Progress> {
  const wait = move.notBefore.getTime() - engine.clock.now().getTime();
  if (wait > 0) return quiesce(engine, session, move.notBefore, wait);
  switch (move.how) {
    case 'probe':
      return probeCall(engine, session, move.call);
    case 'resend':
      return resend(engine, session, move.call);
    default:
      return ask(engine, session, move.call);
  }
}

async function quiesce(engine: Engine, session: Session, until: Date, wait: number): Promise<Progress> {
  const words = 'it waits until no late request can arrive any more';
  if (wait <= patience) return { is: 'stop', retry: true, until, why: words };
  return park(engine, session, { kind: 'WAITING', reason: 'poll', until: until.toISOString(), words });
}

async function probeCall(engine: Engine, session: Session, ref: CallRef): Promise<Progress> {
  const state = stateOf(session);
  const call = await describeCall(engine, session.executionId, state, ref);
  const found = await lookUp(engine, state, call);
  if (found === null) return withoutLookUp(engine, session, call);
  switch (found.is) {
    case 'found':
      return settled(engine, session, { kind: 'DONE', ...ref, receipt: found.receipt, adopted: true });
    case 'absent':
      return settled(engine, session, absent(callOf(state, ref), ref));
    default:
      return ask(engine, session, ref, found.why);
  }
}

/**
 * Whether the call cannot even be filled in: its intent was part of a batch that did not get that far, so it was never
 * sent. What it needs was settled before it, so that a receipt that got lost is there again.
 */
async function isUnfinished(engine: Engine, state: JournalState, call: Call): Promise<boolean> {
  return !(await fillCall(engine, state, call)).ok;
}

/** Null where the action has no look-up for it. What could not be filled in was never sent. */
async function lookUp(engine: Engine, state: JournalState, call: Call): Promise<Probe | null> {
  const probe = call.action.operations[call.kind]?.probe;
  const prepared = await fillCall(engine, state, call);
  if (!prepared.ok) return { is: 'absent' };
  return probe?.(callFacts(state, call, prepared.value.filled), readClient(engine, call.step.connection)) ?? null;
}

/** Nobody can say what became of it: an undo may be repeated a few times, a draft is given up and listed, the rest is for a person. */
async function withoutLookUp(engine: Engine, session: Session, { ref, operation }: Call): Promise<Progress> {
  const known = callOf(stateOf(session), ref);
  const refusal = known?.finding;
  if (ref.direction === 'undo' && refusal === undefined && (known?.attempts ?? 0) < maximumAttempts)
    return makeCall(engine, session, ref);
  if (ref.direction === 'do' && operation.effect === 'inert' && refusal !== undefined)
    return settled(engine, session, { kind: 'REFUSED', ...ref, finding: refusal });
  return ask(engine, session, ref);
}

/** Nothing happened. What was refused stays refused, and a platform that fails without effect again and again will not do it. */
function absent(known: CallState | undefined, ref: CallRef): Body {
  if (known?.finding !== undefined) return { kind: 'REFUSED', ...ref, finding: known.finding };
  const attempts = known?.attempts ?? 0;
  if (attempts < maximumAttempts) return { kind: 'ABSENT', ...ref };
  const call = operationRef(ref.step, ref.operation);
  return { kind: 'REFUSED', ...ref, finding: finding('execution/gave-up', { call, attempts }) };
}

async function settled(engine: Engine, session: Session, body: Body): Promise<Progress> {
  await note(engine, session, [body]);
  return go;
}

/** The same key again; an inert thing of class N may be made twice, and is then listed as left behind. */
async function resend(engine: Engine, session: Session, ref: CallRef): Promise<Progress> {
  const state = stateOf(session);
  const call = await describeCall(engine, session.executionId, state, ref);
  if (call.operation.effect !== 'inert') return makeCall(engine, session, ref);
  if (await isUnfinished(engine, state, call)) return settled(engine, session, { kind: 'ABSENT', ...ref });
  const attempts = callOf(state, ref)?.attempts ?? 0;
  if (attempts < maximumAttempts) return makePrepares(engine, session, [ref]);
  const name = operationRef(ref.step, ref.operation);
  return settled(engine, session, {
    kind: 'REFUSED',
    ...ref,
    finding: finding('execution/gave-up', { call: name, attempts }),
  });
}

async function ask(engine: Engine, session: Session, ref: CallRef, why?: string): Promise<Progress> {
  const call = operationRef(ref.step, ref.operation);
  const { at, notAfter, request } = callOf(stateOf(session), ref)?.intent ?? { at: '?', notAfter: '?', request: '?' };
  const doubt: Finding = finding('execution/in-doubt', { call, from: at, until: notAfter });
  const because = why === undefined ? '' : ` (${why})`;
  const question = `Did ${call} happen between ${at} and ${notAfter}? Request ${request}${because}`;
  return askHuman(engine, session, ref, question, doubt);
}

function callOf(state: JournalState, { step, operation, direction }: CallRef): CallState | undefined {
  return state.operations.get(operationRef(step, operation))?.[direction];
}
