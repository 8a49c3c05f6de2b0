import { nextForward } from '../journal/next-forward.ts';
import { operationRef, type JournalState } from '../journal/state.ts';
import type { Reservation } from '../journal/ledger.ts';
import type { Body } from '../journal/entry.ts';
import { announceCalls, type Announcement } from './announce-calls.ts';
import { checkReadiness } from './check-readiness.ts';
import { endSession } from './end-session.ts';
import type { Engine } from './engine.ts';
import { isLogged } from './is-logged.ts';
import { obey } from './obey.ts';
import { performAnnounced } from './perform-announced.ts';
import { readPermit, type Permit } from './permission.ts';
import { nothingReserved, reserve } from './reserve.ts';
import { flush, go, note, stateOf, type Progress, type Session, stopWith } from './session.ts';

/** Reads older than this do not carry a claim. */
const freshness = 60_000;

/** Claim and reservation in one compare-and-swap; the first prepares' intent rides on the same push. */
export async function claimExecution(engine: Engine, session: Session, takeover: boolean): Promise<Progress> {
  const state = stateOf(session);
  const readAt = engine.clock.now();
  const permit = needsPermit(state) ? await readPermit(engine, session) : null;
  if (permit !== null && permit.is !== 'yes') return declined(engine, session, permit, takeover);
  const ready = permit === null ? [] : await checkReadiness(engine, state);
  if (ready.length > 0) return stopWith(ready);
  const ledgers = permit === null ? nothingReserved : await reserve(engine, session, state, permit.candidate);
  if (!('chains' in ledgers)) return ledgers;
  const announced = await noteClaim(engine, session, takeover, ledgers.reservations, readAt);
  if (engine.clock.now().getTime() - readAt.getTime() > freshness) return { is: 'lost' };
  const pushed = await flush(engine, session, ledgers.chains);
  return pushed.is === 'go' ? begin(engine, session, announced) : pushed;
}

/** An undo after a failure was promised when the execution was approved; a rollback is approved like anything else. To close sends nothing. */
function needsPermit({ compensating, closed, authorised }: JournalState): boolean {
  if (closed !== null) return false;
  return compensating === null || authorised.effects['rolls-back'] !== undefined;
}

/** A deleted ref reopens a claim: the log knows better. So it is read again before the first call. */
async function begin(engine: Engine, session: Session, announced: Announcement | null): Promise<Progress> {
  if (await isLogged(engine, session.executionId, stateOf(session)))
    return endSession(engine, session, 'REFUSED', 'it already ran: the log holds it');
  return announced === null ? go : performAnnounced(engine, session, announced);
}

/** Without a claim nothing is written for a time or a freeze; only what is void for good gets an entry. */
async function declined(
  engine: Engine,
  session: Session,
  permit: Exclude<Permit, { is: 'yes' }>,
  takeover: boolean,
): Promise<Progress> {
  switch (permit.is) {
    case 'frozen':
      return { is: 'stop', why: permit.why };
    case 'closed':
      return { is: 'stop', why: permit.why, until: permit.until };
    case 'unknown':
    case 'unreadable':
      return stopWith(permit.findings);
    default:
      return declineVoid(engine, session, permit, takeover);
  }
}

async function declineVoid(
  engine: Engine,
  session: Session,
  permit: Permit & { is: 'void' },
  takeover: boolean,
): Promise<Progress> {
  const state = stateOf(session);
  // A changed manifest may still be approved anew, so it is no end before the claim.
  if (state.epoch === 0) return permit.final ? obey(engine, session, permit) : stopWith(permit.findings);
  session.epoch = state.epoch + 1;
  await note(engine, session, [claimBody(engine, takeover, [])]);
  const pushed = await flush(engine, session);
  const begun = pushed.is === 'go' ? await begin(engine, session, null) : pushed;
  return begun.is === 'go' && stateOf(session).ended === null ? obey(engine, session, permit) : begun;
}

function claimBody(engine: Engine, takeover: boolean, reservations: readonly Reservation[]): Body {
  const lease = new Date(engine.clock.now().getTime() + engine.timings.lease).toISOString();
  return { kind: 'CLAIMED', lease, takeover, reservations: [...reservations] };
}

async function noteClaim(
  engine: Engine,
  session: Session,
  takeover: boolean,
  reservations: readonly Reservation[],
  readAt: Date,
): Promise<Announcement | null> {
  session.epoch = stateOf(session).epoch + 1;
  await note(engine, session, [claimBody(engine, takeover, reservations)]);
  const state = stateOf(session);
  if (isDoubtful(state) || state.compensating !== null) return null;
  const move = nextForward(state);
  if (move.move !== 'prepare') return null;
  const announced = await announceCalls(engine, session, move.calls, readAt);
  // What cannot be described is refused by the next move, behind the claim.
  if (!announced.ok) return null;
  await note(engine, session, [announced.value.intent]);
  return announced.value;
}

function isDoubtful(state: JournalState): boolean {
  return state.authorised.effects.steps.some((step) =>
    step.operations.some(({ id }) => {
      const known = state.operations.get(operationRef(step.id, id));
      return [known?.do.state, known?.undo.state].some((one) => one === 'INTENT' || one === 'UNKNOWN');
    }),
  );
}
