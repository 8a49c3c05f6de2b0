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
  /** No call leaves later. */
  readonly notAfter: Date;
}

/** A call that cannot even be described; nothing was sent. */
export interface Undescribed {
  readonly ref: CallRef;
  readonly finding: Finding;
}

/**
 * Describes the calls, captures what an undo will need, and words the intent. `at` is the moment before permission was
 * read: it dates how long that permission holds. A prepare that uses the receipt of another one in the same batch cannot
 * be filled in yet: the intent then holds the SHA-256 of its planned request.
 */
export async function announceCalls(
  engine: Engine,
  session: Session,
  refs: readonly CallRef[],
  at: Date,
): Promise<Result<Announcement, readonly Undescribed[]>> {
  const state = stateOf(session);
  const notAfter = new Date(at.getTime() + engine.timings.notAfter);
  const calls = await Promise.all(refs.map((ref) => describeCall(engine, session.executionId, state, ref)));
  const described: (Body & { kind: 'INTENT' })['operations'] = [];
  const problems: Undescribed[] = [];
  for (const call of calls) {
    engine.reach(call.ref.step, call.ref.operation, 'before-intent');
    const one = await describeIntent(engine, state, call, batchOf(refs, call.ref));
    if (one.ok) described.push(one.value);
    else problems.push(...one.error.map((finding) => ({ ref: call.ref, finding })));
  }
  if (problems.length > 0) return failure(problems);
  return success({
    calls,
    notAfter,
    intent: { kind: 'INTENT', notAfter: notAfter.toISOString(), operations: described },
  });
}

/** Operations of the same step that are announced together. */
function batchOf(refs: readonly CallRef[], { step }: CallRef): ReadonlySet<string> {
  return new Set(refs.filter((one) => one.step === step).map(({ operation }) => operation));
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
