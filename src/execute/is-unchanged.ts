import type { CallRef } from '../journal/move.ts';
import type { Engine } from './engine.ts';
import { readClient } from './read-client.ts';
import { callFacts, describeCall, fillCall } from './run-context.ts';
import { stateOf, type Session } from './session.ts';

/** `unknown`: it cannot be compared, because what was sent cannot be put together again. */
export type Compared = 'unchanged' | 'edited' | 'unknown';

/**
 * Whether what we made is still as we made it. Where an action cannot tell, there is nothing a person could have edited;
 * where it could but lacks what to compare with, nothing is concluded: an undo might destroy somebody's work.
 */
export async function isUnchangedSince(engine: Engine, session: Session, ref: CallRef): Promise<Compared> {
  const state = stateOf(session);
  const undo = await describeCall(engine, session.executionId, state, ref);
  const done = await describeCall(engine, session.executionId, state, { ...ref, direction: 'do' });
  const behaviour = [undo.action.operations[done.kind], undo.action.operations[undo.kind]].find(
    (one) => one?.isUnchanged,
  );
  if (behaviour?.isUnchanged === undefined) return 'unchanged';
  const prepared = await fillCall(engine, state, done);
  if (!prepared.ok) return 'unknown';
  const facts = callFacts(state, undo, prepared.value.filled);
  // Nothing is known to have been made.
  if (facts.receipt === undefined) return 'unchanged';
  const read = readClient(engine, undo.step.connection);
  return (await behaviour.isUnchanged({ ...facts, receipt: facts.receipt }, read)) ? 'unchanged' : 'edited';
}
