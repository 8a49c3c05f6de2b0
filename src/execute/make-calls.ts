import type { Body } from '../journal/entry.ts';
import type { CallRef } from '../journal/move.ts';
import { operationRef } from '../journal/state.ts';
import { announceCalls, lookUpFirst, type Announcement } from './announce-calls.ts';
import type { Engine } from './engine.ts';
import { obey, park, readPermit } from './permission.ts';
import { performCall, type Performed } from './perform-call.ts';
import { isUnchangedSince } from './is-unchanged.ts';
import { fillCall, type Call } from './run-context.ts';
import { flush, go, note, stateOf, type Progress, type Session } from './session.ts';
import { finding } from '../core/finding.ts';

/** Prepares run side by side, so many at most. */
const parallel = 4;
/** After this many times "later" in a row the execution is parked. */
const patience = 4;

/** One call behind its own intent: permission read, intent durable, deadline kept, then the call. */
export async function makeCall(engine: Engine, session: Session, ref: CallRef): Promise<Progress> {
  const permitted = ref.direction === 'undo' ? await mayUndo(engine, session, ref) : await mayDo(engine, session, ref);
  if (permitted !== null) return permitted;
  const announced = await announceCalls(engine, session, [ref]);
  if (!announced.ok)
    return refuse(engine, session, ref, announced.error[0] ?? finding('execution/media-unavailable', { sha256: '' }));
  await note(engine, session, [announced.value.intent]);
  const pushed = await flush(engine, session);
  if (pushed.is !== 'go') return pushed;
  // Permission is old by now: the same call is announced afresh.
  if (engine.clock.now() > announced.value.notAfter) return makeCall(engine, session, ref);
  return performAnnounced(engine, session, announced.value);
}

async function mayDo(engine: Engine, session: Session, ref: CallRef): Promise<Progress | null> {
  const permit = await readPermit(engine, session);
  if (permit.is !== 'yes') return obey(engine, session, permit);
  if (!(await lookUpFirst(engine, session, ref))) return null;
  const call = operationRef(ref.step, ref.operation);
  return askHuman(engine, session, ref, `Did ${call} already happen? The platform holds something with our key.`);
}

/** Nobody may have edited since; freeze and windows do not stop an undo. */
async function mayUndo(engine: Engine, session: Session, ref: CallRef): Promise<Progress | null> {
  if (await isUnchangedSince(engine, session, ref)) return null;
  const call = operationRef(ref.step, ref.operation);
  const edited = finding('execution/edited-since', { call });
  return askHuman(engine, session, ref, `${edited.message} Shall it stay as the person left it?`, edited);
}

/** Puts the question into the journal and lets go. */
export async function askHuman(
  engine: Engine,
  session: Session,
  ref: CallRef,
  question: string,
  problem?: (Body & { kind: 'NEEDS-HUMAN' })['finding'],
): Promise<Progress> {
  await note(engine, session, [{ kind: 'NEEDS-HUMAN', ...ref, question, ...(problem && { finding: problem }) }]);
  return flush(engine, session);
}

/** A call that cannot even be described (a hostile output, a lost file) is a definite refusal: nothing was sent. */
async function refuse(
  engine: Engine,
  session: Session,
  ref: CallRef,
  problem: (Body & { kind: 'REFUSED' })['finding'],
): Promise<Progress> {
  if (problem.code === 'execution/unexpected-output') return askHuman(engine, session, ref, problem.message, problem);
  await note(engine, session, [{ kind: 'REFUSED', ...ref, finding: problem }]);
  return go;
}

/** Makes announced calls: those that need receipts of others after them, at most four at a time. */
export async function performAnnounced(engine: Engine, session: Session, announced: Announcement): Promise<Progress> {
  for (const { ref } of announced.calls) engine.reach(ref.step, ref.operation, 'after-intent');
  let open = [...announced.calls];
  while (open.length > 0) {
    const ready = open.filter((call) => isReady(call, open)).slice(0, parallel);
    if (ready.length === 0) break;
    open = open.filter((call) => !ready.includes(call));
    const results = await Promise.all(ready.map((call) => perform(engine, session, call)));
    await note(engine, session, results.map(({ body }) => body)); // prettier-ignore
    const wait = await respectThrottle(engine, session, results);
    if (wait !== null) return wait;
    // What depends on a failed prepare is never sent; its intent is settled as absent.
    if (results.some(({ body }) => body.kind !== 'DONE' && body.kind !== 'NOTHING-TO-UNDO')) break;
  }
  await note(engine, session, open.map(({ ref }): Body => ({ kind: 'ABSENT', ...ref }))); // prettier-ignore
  const last = stateOf(session);
  const isDoubtful = [...last.operations.values()].some(
    ({ do: act, undo }) => act.state === 'UNKNOWN' || undo.state === 'UNKNOWN',
  );
  return isDoubtful ? flush(engine, session) : go;
}

function isReady(call: Call, open: readonly Call[]): boolean {
  return !open.some((other) => other.ref.step === call.ref.step && call.operation.needs.includes(other.ref.operation));
}

async function perform(engine: Engine, session: Session, call: Call): Promise<Performed> {
  const state = stateOf(session);
  const prepared = await fillCall(engine, state, call);
  if (prepared.ok) return performCall(engine, state, call, prepared.value);
  const [problem] = prepared.error;
  return {
    body: {
      kind: 'REFUSED',
      ...call.ref,
      finding: problem ?? finding('execution/media-unavailable', { sha256: '' }),
    },
  };
}

/** "Too many requests" is waited for; when it does not end, the execution is parked and the lease released. */
async function respectThrottle(
  engine: Engine,
  session: Session,
  results: readonly Performed[],
): Promise<Progress | null> {
  const seconds = Math.max(...results.map(({ throttledSeconds }) => throttledSeconds ?? -1));
  if (seconds < 0) {
    session.throttled = 0;
    return null;
  }
  session.throttled += 1;
  const wait = Math.max(1, seconds) * 1000;
  if (session.throttled < patience && wait <= engine.timings.lease / 4) {
    engine.progress(`the platform asks to wait ${seconds} s`);
    await engine.clock.sleep(wait);
    return null;
  }
  const until = new Date(engine.clock.now().getTime() + wait).toISOString();
  return park(engine, session, {
    kind: 'WAITING',
    reason: 'poll',
    until,
    words: 'the platform asks to wait',
  });
}
