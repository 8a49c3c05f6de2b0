import { hashOf } from '../core/canonical.ts';
import type { Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Body } from '../journal/entry.ts';
import type { CallRef } from '../journal/move.ts';
import type { JournalState } from '../journal/state.ts';
import type { Engine } from './engine.ts';
import { readClient } from './read-client.ts';
import { callFacts, describeCall, fillCall, type Call } from './run-context.ts';
import { stateOf, type Session } from './session.ts';

/** Calls with the intent that must be durable before they are made. */
export interface Announcement {
  readonly intent: Body & { kind: 'INTENT' };
  readonly calls: readonly Call[];
  readonly notAfter: Date;
}

/**
 * Describes the calls, captures what an undo will need, and words the intent. A prepare that uses the receipt of
 * another one in the same batch cannot be filled in yet: the intent then holds the SHA-256 of its planned request.
 */
export async function announceCalls(
  engine: Engine,
  session: Session,
  refs: readonly CallRef[],
): Promise<Result<Announcement>> {
  const state = stateOf(session);
  const notAfter = new Date(engine.clock.now().getTime() + engine.timings.notAfter);
  const calls = await Promise.all(refs.map((ref) => describeCall(engine, session.executionId, state, ref)));
  const described: (Body & { kind: 'INTENT' })['operations'] = [];
  const problems: Finding[] = [];
  for (const call of calls) {
    engine.reach(call.ref.step, call.ref.operation, 'before-intent');
    const one = await describeIntent(engine, state, call, new Set(refs.map(({ operation }) => operation)));
    if (one.ok) described.push(one.value);
    else problems.push(...one.error);
  }
  if (problems.length > 0) return failure(problems);
  return success({
    calls,
    notAfter,
    intent: { kind: 'INTENT', notAfter: notAfter.toISOString(), operations: described },
  });
}

async function describeIntent(
  engine: Engine,
  state: JournalState,
  call: Call,
  batch: ReadonlySet<string>,
): Promise<Result<(Body & { kind: 'INTENT' })['operations'][number]>> {
  const base = { ...call.ref, key: call.key };
  const request = call.ref.direction === 'do' ? call.operation.request : call.operation.undo[0]?.request;
  if (call.operation.phase === 'prepare' && call.operation.needs.some((id) => batch.has(id)))
    return success({ ...base, request: hashOf(request) });
  const prepared = await fillCall(engine, state, call);
  if (!prepared.ok) return prepared;
  const capture = call.ref.direction === 'do' ? call.action.operations[call.kind]?.capture : undefined;
  if (capture === undefined) return success({ ...base, request: prepared.value.digest });
  const { filled } = prepared.value;
  const read = readClient(engine, call.step.connection);
  const before = await capture(call.operation, filled, read, callFacts(state, call, filled));
  if (!before.ok) return before;
  return success({
    ...base,
    request: prepared.value.digest,
    before: before.value as Record<string, Record<string, unknown>>,
  });
}

/** Before a first attempt: whether the platform already holds something with our key. */
export async function lookUpFirst(engine: Engine, session: Session, ref: CallRef): Promise<boolean> {
  const state = stateOf(session);
  const known = state.operations.get(`${ref.step}/${ref.operation}`)?.[ref.direction];
  const call = await describeCall(engine, session.executionId, state, ref);
  const probe = call.action.operations[call.kind]?.probe;
  if (known?.state !== 'PENDING' || call.operation.effect === 'inert' || probe === undefined) return false;
  const prepared = await fillCall(engine, state, call);
  if (!prepared.ok) return false;
  const found = await probe(callFacts(state, call, prepared.value.filled), readClient(engine, call.step.connection));
  return found.is === 'found';
}
