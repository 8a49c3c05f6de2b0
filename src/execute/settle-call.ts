import { finding } from '../core/finding.ts';
import type { CallRef, Move } from '../journal/move.ts';
import type { Body } from '../journal/entry.ts';
import { operationRef, type JournalState } from '../journal/state.ts';
import { announceCalls } from './announce-calls.ts';
import type { Engine } from './engine.ts';
import { askHuman, makeCall, performAnnounced } from './make-calls.ts';
import { readClient } from './read-client.ts';
import { callFacts, describeCall, fillCall } from './run-context.ts';
import { flush, go, note, stateOf, type Progress, type Session } from './session.ts';

/** Attempts of one call, all of them without effect, after which it counts as refused. */
const maximumAttempts = 4;

type Settle = Extract<Move, { move: 'settle' }>;

/** Finds out about an intent without a result: by look-up, by the same key again, or by asking a person. */
export async function settleCall(engine: Engine, session: Session, move: Settle): Promise<Progress> {
  const wait = move.notBefore.getTime() - engine.clock.now().getTime();
  if (wait > 0)
    return {
      is: 'stop',
      retry: true,
      until: move.notBefore,
      why: 'it waits until no late request can arrive any more',
    };
  switch (move.how) {
    case 'probe':
      return probeCall(engine, session, move.call);
    case 'resend':
      return resend(engine, session, move.call);
    default:
      return ask(engine, session, move.call);
  }
}

async function probeCall(engine: Engine, session: Session, ref: CallRef): Promise<Progress> {
  const state = stateOf(session);
  const call = await describeCall(engine, session.executionId, state, ref);
  const probe = call.action.operations[call.kind]?.probe;
  const prepared = await fillCall(engine, state, call);
  // Never filled in: its intent was part of a batch that did not get that far, so it was never sent.
  if (!prepared.ok) return settled(engine, session, { kind: 'ABSENT', ...ref });
  if (probe === undefined) return ref.direction === 'undo' ? makeCall(engine, session, ref) : ask(engine, session, ref);
  const found = await probe(callFacts(state, call, prepared.value.filled), readClient(engine, call.step.connection));
  switch (found.is) {
    case 'found':
      return settled(engine, session, { kind: 'DONE', ...ref, receipt: found.receipt, adopted: true });
    case 'absent':
      return settled(engine, session, giveUp(state, ref) ?? { kind: 'ABSENT', ...ref });
    default:
      return ask(engine, session, ref, found.why);
  }
}

/** A platform that fails without effect again and again will not do it: that is a refusal. */
function giveUp(state: JournalState, ref: CallRef): Body | null {
  const attempts = state.operations.get(operationRef(ref.step, ref.operation))?.[ref.direction].attempts ?? 0;
  if (attempts < maximumAttempts) return null;
  const call = operationRef(ref.step, ref.operation);
  return { kind: 'REFUSED', ...ref, finding: finding('execution/gave-up', { call, attempts }) };
}

async function settled(engine: Engine, session: Session, body: Body): Promise<Progress> {
  await note(engine, session, [body]);
  return go;
}

/** The same key again; an inert thing of class N may be made twice, and is then listed as left behind. */
async function resend(engine: Engine, session: Session, ref: CallRef): Promise<Progress> {
  const call = await describeCall(engine, session.executionId, stateOf(session), ref);
  if (call.operation.effect !== 'inert') return makeCall(engine, session, ref);
  const announced = await announceCalls(engine, session, [ref]);
  if (!announced.ok) return ask(engine, session, ref);
  await note(engine, session, [announced.value.intent]);
  const pushed = await flush(engine, session);
  return pushed.is === 'go' ? performAnnounced(engine, session, announced.value) : pushed;
}

async function ask(engine: Engine, session: Session, ref: CallRef, why?: string): Promise<Progress> {
  const call = operationRef(ref.step, ref.operation);
  const { at, notAfter, request } = intentOf(stateOf(session), ref);
  const doubt = finding('execution/in-doubt', { call, from: at, until: notAfter });
  const because = why === undefined ? '' : ` (${why})`;
  const question = `Did ${call} happen between ${at} and ${notAfter}? Request ${request}${because}`;
  const asked = await askHuman(engine, session, ref, question, doubt);
  return asked.is === 'go' ? { is: 'stop', why: question, findings: [doubt] } : asked;
}

function intentOf(
  state: JournalState,
  { step, operation, direction }: CallRef,
): { at: string; notAfter: string; request: string } {
  const unknown = { at: '?', notAfter: '?', request: '?' };
  return state.operations.get(operationRef(step, operation))?.[direction].intent ?? unknown;
}
