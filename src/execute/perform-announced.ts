import { finding } from '../core/finding.ts';
import type { BodyOf } from '../journal/entry.ts';
import { afterAttempt } from './after-attempt.ts';
import type { Announcement } from './announce-calls.ts';
import type { Engine } from './engine.ts';
import { park } from './obey.ts';
import { performCall, type Performed } from './perform-call.ts';
import { fillCall, type Call } from './run-context.ts';
import { flush, go, note, stateOf, type Progress, type Session } from './session.ts';

/** Prepares run side by side, so many at most. */
const parallel = 4;
/** After this many times "later" in a row the execution is parked. */
const patience = 4;

/** Makes announced calls: those that need receipts of others after them, at most four at a time. */
export async function performAnnounced(engine: Engine, session: Session, announced: Announcement): Promise<Progress> {
  for (const { ref } of announced.calls) engine.reach(ref.step, ref.operation, 'after-intent');
  let open = [...announced.calls];
  let results: Performed[] = [];
  while (open.length > 0) {
    const ready = open.filter((call) => isReady(call, open)).slice(0, parallel);
    if (ready.length === 0) break;
    open = open.filter((call) => !ready.includes(call));
    results = await Promise.all(ready.map((call) => perform(engine, session, call, announced.notAfter)));
    await noteResults(engine, session, results);
    // What depends on a failed prepare is never sent; its intent is settled as absent.
    if (results.some(({ body }) => body.kind !== 'DONE' && body.kind !== 'NOTHING-TO-UNDO')) break;
  }
  await noteResults(engine, session, open.map(unsent)); // prettier-ignore
  const waited = (await respectThrottle(engine, session, results)) ?? (await respectLateness(engine, session, results));
  if (waited !== null) return waited;
  const isDoubtful = results.some(({ body }) => body.kind === 'UNKNOWN');
  return isDoubtful ? flush(engine, session) : go;
}

function isReady(call: Call, open: readonly Call[]): boolean {
  return !open.some((other) => other.ref.step === call.ref.step && call.operation.needs.includes(other.ref.operation));
}

async function noteResults(engine: Engine, session: Session, results: readonly Performed[]): Promise<void> {
  const state = stateOf(session);
  const sentAt = engine.clock.now().toISOString();
  await note(engine, session, results.map(({ body }) => afterAttempt(state, body, sentAt))); // prettier-ignore
}

function unsent({ ref }: Call): Performed {
  return { body: { kind: 'ABSENT', ...ref } };
}

async function perform(engine: Engine, session: Session, call: Call, notAfter: Date): Promise<Performed> {
  const state = stateOf(session);
  const prepared = await fillCall(engine, state, call);
  if (prepared.ok) return performCall(engine, state, call, prepared.value, notAfter);
  const [problem] = prepared.error;
  const refused: BodyOf<'REFUSED'> = {
    kind: 'REFUSED',
    ...call.ref,
    finding: problem ?? finding('execution/media-unavailable', { sha256: '' }),
  };
  return { body: refused };
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
  return parkFor(engine, session, wait, 'the platform asks to wait');
}

/** A store that is slower than permission lasts would be asked for ever. */
async function respectLateness(
  engine: Engine,
  session: Session,
  results: readonly Performed[],
): Promise<Progress | null> {
  session.late = results.some(({ isLate }) => isLate) ? session.late + 1 : 0;
  if (session.late < patience) return null;
  return parkFor(engine, session, engine.timings.lease, 'writing the journal takes longer than permission holds');
}

async function parkFor(engine: Engine, session: Session, wait: number, words: string): Promise<Progress> {
  const until = new Date(engine.clock.now().getTime() + wait).toISOString();
  return park(engine, session, { kind: 'WAITING', reason: 'poll', until, words });
}
