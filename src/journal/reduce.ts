import { unreachable } from '../core/result.ts';
import type { Body, BodyOf, Entry } from './entry.ts';
import { applyResolved } from './apply-resolved.ts';
import { hashOfEntry } from './entry.ts';
import {
  operationRef,
  type CallState,
  type Direction,
  type JournalState,
  type Mutable,
  type OperationState,
} from './state.ts';

const known = new WeakMap<readonly Entry[], JournalState | null>();

/**
 * Adds up verified entries, oldest first. Null where the chain does not begin with AUTHORISED. Lists of entries are never
 * changed, so that each is added up once.
 */
export function reduce(entries: readonly Entry[]): JournalState | null {
  const state = known.has(entries) ? (known.get(entries) ?? null) : addUp(entries);
  known.set(entries, state);
  return state;
}

function addUp(entries: readonly Entry[]): JournalState | null {
  const first = entries[0];
  if (first?.body.kind !== 'AUTHORISED') return null;
  const state = initialState(first, first.body);
  for (const entry of entries.slice(1)) {
    renewLease(state, entry);
    apply(state, entry, entry.body);
  }
  const last = entries.at(-1) ?? first;
  return { ...state, sequence: last.sequence, head: hashOfEntry(last) };
}

function initialState(entry: Entry, authorised: BodyOf<'AUTHORISED'>): Mutable {
  return {
    authorised,
    authorisedAt: entry.at,
    phase: 'AUTHORISED',
    epoch: 0,
    lease: null,
    leaseFrom: null,
    reservations: [],
    operations: new Map(plannedOperations(authorised, entry.at)),
    compensating: rollbackWords(authorised),
    waiting: null,
    question: null,
    closed: null,
    ended: null,
    orphans: [],
    verified: null,
    sealed: null,
    sequence: entry.sequence,
    head: '',
  };
}

function plannedOperations(authorised: BodyOf<'AUTHORISED'>, at: string): [string, OperationState][] {
  return authorised.effects.steps.flatMap((step) =>
    step.operations.map(({ id }): [string, OperationState] => [
      operationRef(step.id, id),
      { step: step.id, operation: id, ...startOf(authorised, step.id, id, at) },
    ]),
  );
}

/** A rollback begins where the execution that it undoes ended: what was done is done, the rest needs no undo. */
function startOf(
  { effects }: BodyOf<'AUTHORISED'>,
  step: string,
  operation: string,
  at: string,
): Pick<OperationState, 'do' | 'undo'> {
  const rollback = effects['rolls-back'];
  if (rollback === undefined) return { do: { state: 'PENDING' }, undo: { state: 'PENDING' } };
  const done = rollback.done.find((one) => one.step === step && one.operation === operation);
  if (done === undefined)
    return { do: { state: 'PENDING' }, undo: { state: 'NOTHING-TO-UNDO', why: 'it was not done' } };
  const { receipt, before } = done;
  const intent = { key: '', request: '', notAfter: at, at, epoch: 0, ...(before && { before }) };
  return { do: { state: 'DONE', receipt, intent }, undo: { state: 'PENDING' } };
}

function rollbackWords({ effects }: BodyOf<'AUTHORISED'>): string | null {
  const rollback = effects['rolls-back'];
  return rollback === undefined ? null : `rollback of ${rollback.execution.slice(0, 12)}`;
}

/** A signed entry of the holder shows that it lives: the lease runs on from there. */
function renewLease(state: Mutable, entry: Entry): void {
  if (state.lease === null || entry.epoch !== state.epoch) return;
  const length = Date.parse(state.lease.until) - Date.parse(state.leaseFrom ?? entry.at);
  const until = new Date(Date.parse(entry.at) + length).toISOString();
  if (until > state.lease.until) {
    state.lease = { ...state.lease, until };
    state.leaseFrom = entry.at;
  }
}

function apply(state: Mutable, entry: Entry, body: Body): void {
  switch (body.kind) {
    case 'AUTHORISED':
      Object.assign(state, initialState(entry, body));
      return;
    case 'CLAIMED':
      applyClaim(state, entry, body);
      return;
    case 'NEEDS-HUMAN':
      Object.assign(state, { question: { ...body, hash: hashOfEntry(entry) }, lease: null, phase: 'NEEDS-HUMAN' });
      return;
    case 'RESOLVED':
      applyResolved(state, entry, body);
      return;
    case 'INTENT':
      for (const call of body.operations) applyIntent(state, entry, body, call);
      return;
    case 'DONE':
    case 'REFUSED':
    case 'UNKNOWN':
    case 'ABSENT':
      applyResult(state, body);
      return;
    case 'NOTHING-TO-UNDO':
      change(state, body.step, body.operation, 'undo', { state: 'NOTHING-TO-UNDO', why: body.why });
      return;
    default:
      applyPhase(state, body);
  }
}

function applyClaim(state: Mutable, entry: Entry, body: BodyOf<'CLAIMED'>): void {
  state.epoch = entry.epoch;
  state.lease = { runner: entry.runner, until: body.lease };
  state.leaseFrom = entry.at;
  if (body.reservations.length > 0) state.reservations = body.reservations;
  state.waiting = null;
  state.phase = state.compensating === null ? 'CLAIMED' : 'COMPENSATING';
}

function applyIntent(
  state: Mutable,
  entry: Entry,
  { notAfter }: BodyOf<'INTENT'>,
  call: BodyOf<'INTENT'>['operations'][number],
): void {
  const { step, operation, direction, key, request, before } = call;
  const known: CallState = state.operations.get(operationRef(step, operation))?.[direction] ?? { state: 'PENDING' };
  const captured = before ?? known.intent?.before;
  const { at, epoch } = entry;
  change(state, step, operation, direction, {
    state: 'INTENT',
    attempts: (known.attempts ?? 0) + 1,
    ...doubtsOf(known, at),
    intent: { key, request, notAfter, at, epoch, ...(captured && { before: captured }) },
  });
}

/** An intent behind one whose end is not known leaves that doubt open; behind a proof that nothing happened all is new. */
function doubtsOf({ state, firstAt = '', doubts = 0 }: CallState, at: string): Pick<CallState, 'firstAt' | 'doubts'> {
  if (state !== 'INTENT' && state !== 'UNKNOWN') return { firstAt: at, doubts: 0 };
  return { firstAt, doubts: doubts + 1 };
}

function applyResult(state: Mutable, body: BodyOf<'DONE' | 'REFUSED' | 'UNKNOWN' | 'ABSENT'>): void {
  const known = state.operations.get(operationRef(body.step, body.operation))?.[body.direction];
  const { finding: _, ...rest }: Partial<CallState> = known ?? {};
  change(state, body.step, body.operation, body.direction, { ...rest, ...resultOf(body), state: body.kind });
}

function resultOf(body: BodyOf<'DONE' | 'REFUSED' | 'UNKNOWN' | 'ABSENT'>): Partial<CallState> {
  switch (body.kind) {
    case 'DONE':
      return { receipt: body.receipt, adopted: body.adopted };
    case 'REFUSED':
      return { finding: body.finding };
    case 'UNKNOWN':
      return { why: body.why, ...(body.finding && { finding: body.finding }) };
    default:
      return {};
  }
}

type PhaseBody = Exclude<
  Body,
  BodyOf<
    | 'AUTHORISED'
    | 'CLAIMED'
    | 'NEEDS-HUMAN'
    | 'RESOLVED'
    | 'INTENT'
    | 'DONE'
    | 'REFUSED'
    | 'UNKNOWN'
    | 'ABSENT'
    | 'NOTHING-TO-UNDO'
  >
>;

function applyPhase(state: Mutable, body: PhaseBody): void {
  switch (body.kind) {
    case 'WAITING':
      Object.assign(state, { waiting: body, lease: null, phase: 'WAITING' });
      return;
    case 'COMPENSATING':
      Object.assign(state, { compensating: body.why, phase: 'COMPENSATING' });
      return;
    case 'SUCCEEDED':
      Object.assign(state, { lease: null, phase: 'SUCCEEDED', orphans: body.orphans ?? [] });
      return;
    case 'VERIFIED':
      state.verified = body;
      return;
    case 'ENDED':
      Object.assign(state, { ended: body, lease: null, phase: 'ENDED', orphans: body.orphans });
      return;
    case 'SEALED':
      state.sealed = body;
      return;
    case 'GENESIS':
    case 'BASE':
    case 'FREEZE':
    case 'UNFREEZE':
    case 'OPEN':
    case 'RESERVE':
    case 'RELEASE':
    case 'MONTH':
    case 'SEAL':
    case 'CONTINUED':
    case 'TOLD':
      throw new Error(`${body.kind} does not belong into the journal of an execution`);
    default:
      unreachable(body);
  }
}

function change(state: Mutable, step: string, operation: string, direction: Direction, call: CallState): void {
  const key = operationRef(step, operation);
  const known = state.operations.get(key);
  if (known === undefined) throw new Error(`the journal names ${key}, which the plan does not have`);
  state.operations.set(key, { ...known, [direction]: call });
}
