import type { CallRef } from '../journal/move.ts';
import type { Engine } from './engine.ts';
import { readClient } from './read-client.ts';
import { callFacts, describeCall, fillCall } from './run-context.ts';
import { stateOf, type Session } from './session.ts';

/** Whether what we made is still as we made it. Where an action cannot tell, there is nothing a person could have edited. */
export async function isUnchangedSince(engine: Engine, session: Session, ref: CallRef): Promise<boolean> {
  const state = stateOf(session);
  const undo = await describeCall(engine, session.executionId, state, ref);
  const done = await describeCall(engine, session.executionId, state, { ...ref, direction: 'do' });
  const behaviour = [undo.action.operations[done.kind], undo.action.operations[undo.kind]].find(
    (one) => one?.isUnchanged,
  );
  const prepared = await fillCall(engine, state, done);
  if (behaviour?.isUnchanged === undefined || !prepared.ok) return true;
  const facts = callFacts(state, undo, prepared.value.filled);
  if (facts.receipt === undefined) return true;
  return behaviour.isUnchanged({ ...facts, receipt: facts.receipt }, readClient(engine, undo.step.connection));
}
