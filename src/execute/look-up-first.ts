import type { Probe } from '../core/contract.ts';
import type { CallRef } from '../journal/move.ts';
import { operationRef } from '../journal/state.ts';
import type { Engine } from './engine.ts';
import { readClient } from './read-client.ts';
import { callFacts, describeCall, fillCall } from './run-context.ts';
import { stateOf, type Session } from './session.ts';

/**
 * Before a first attempt: whether the platform already holds something with our key, of which the journal knows nothing.
 * Where the platform cannot tell, that is an answer only for class P, which rests on look-ups.
 */
export async function lookUpFirst(engine: Engine, session: Session, ref: CallRef): Promise<Probe> {
  const state = stateOf(session);
  const known = state.operations.get(operationRef(ref.step, ref.operation))?.[ref.direction];
  const call = await describeCall(engine, session.executionId, state, ref);
  const probe = call.action.operations[call.kind]?.probe;
  if (known?.state !== 'PENDING' || call.operation.effect === 'inert' || probe === undefined) return { is: 'absent' };
  const prepared = await fillCall(engine, state, call);
  if (!prepared.ok) return { is: 'absent' };
  const found = await probe(callFacts(state, call, prepared.value.filled), readClient(engine, call.step.connection));
  return found.is === 'cannot-tell' && call.operation.provider.class !== 'P' ? { is: 'absent' } : found;
}
