import type { Finding } from '../core/finding.ts';
import type { Result } from '../core/result.ts';
import { executionIdOf } from '../core/identity.ts';
import type { Body } from '../journal/entry.ts';
import { reservationsOf, type Reservation } from '../journal/ledger.ts';
import { nextForward } from '../journal/next-forward.ts';
import type { JournalState } from '../journal/state.ts';
import { announceCalls, type Announcement } from './announce-calls.ts';
import { append, type Chain } from './chain-writer.ts';
import type { Candidate } from './candidate.ts';
import { checkReadiness } from './check-readiness.ts';
import { endSession } from './end-session.ts';
import type { Engine } from './engine.ts';
import { checkCeiling, openLedger, openMonth } from './ledgers.ts';
import { performAnnounced } from './make-calls.ts';
import { obey, readPermit } from './permission.ts';
import { flush, go, note, stateOf, type Progress, type Session, stopWith } from './session.ts';

/** Reads older than this do not carry a claim. */
const freshness = 60_000;

/** Claim and reservation in one compare-and-swap; the first prepares' intent rides on the same push. */
export async function claimExecution(engine: Engine, session: Session, takeover: boolean): Promise<Progress> {
  const state = stateOf(session);
  const readAt = engine.clock.now().getTime();
  const permit = needsPermit(state) ? await readPermit(engine, session) : null;
  if (permit !== null && permit.is !== 'yes') return declined(engine, session, permit);
  const ready = permit === null ? [] : await checkReadiness(engine, state);
  if (ready.length > 0) return stopWith(ready);
  const ledgers = permit === null ? nothingReserved : await reserve(engine, session, state, permit.candidate);
  if (!('chains' in ledgers)) return ledgers;
  const announced = await noteClaim(engine, session, takeover, ledgers.reservations);
  if (engine.clock.now().getTime() - readAt > freshness) return { is: 'lost' };
  const pushed = await flush(engine, session, ledgers.chains);
  return pushed.is === 'go' ? begin(engine, session, state, announced) : pushed;
}

/** An undo after a failure was promised when the execution was approved; a rollback is approved like anything else. */
function needsPermit({ compensating, authorised }: JournalState): boolean {
  return compensating === null || authorised.effects['rolls-back'] !== undefined;
}

/** A deleted ref reopens a claim: the log knows better. So it is read again before the first call. */
async function begin(
  engine: Engine,
  session: Session,
  state: JournalState,
  announced: Announcement | null,
): Promise<Progress> {
  if (await isLogged(engine, state)) return endSession(engine, session, 'REFUSED', 'it already ran: the log holds it');
  return announced === null ? go : performAnnounced(engine, session, announced);
}

/** Without a claim nothing is written for a time or a freeze; only what is void for good gets an entry. */
async function declined(
  engine: Engine,
  session: Session,
  permit: Exclude<Awaited<ReturnType<typeof readPermit>>, { is: 'yes' }>,
): Promise<Progress> {
  if (permit.is === 'frozen') return { is: 'stop', why: permit.why };
  if (permit.is === 'closed') return { is: 'stop', why: permit.why, until: permit.until };
  const state = stateOf(session);
  const isVoidInMidst = permit.is === 'void' && state.epoch > 0;
  // A changed manifest may still be approved anew, so it is no end before the claim.
  if (permit.is === 'void' && permit.state === 'REFUSED' && !isVoidInMidst && permit.findings.length > 0)
    return { is: 'stop', why: permit.why, findings: permit.findings };
  if (!isVoidInMidst) return obey(engine, session, permit);
  session.epoch = state.epoch + 1;
  await note(engine, session, [claimBody(engine, true, [])]);
  return obey(engine, session, permit);
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
): Promise<Announcement | null> {
  session.epoch = stateOf(session).epoch + 1;
  await note(engine, session, [claimBody(engine, takeover, reservations)]);
  const state = stateOf(session);
  const isDoubtful = [...state.operations.values()].some(({ do: act, undo }) => [act.state, undo.state].some((one) => one === 'INTENT' || one === 'UNKNOWN')); // prettier-ignore
  if (isDoubtful || state.compensating !== null) return null;
  const move = nextForward(state);
  if (move.move !== 'prepare') return null;
  const announced = await announceCalls(engine, session, move.calls);
  if (!announced.ok) return null;
  await note(engine, session, [announced.value.intent]);
  return announced.value;
}

type Reserved = { readonly chains: Chain[]; readonly reservations: readonly Reservation[] };

const nothingReserved: Reserved = { chains: [], reservations: [] };

/** Sets the money aside, 0 where none is spent: every claim leaves a second witness. Done once per execution. */
async function reserve(
  engine: Engine,
  session: Session,
  state: JournalState,
  candidate: Candidate,
): Promise<Reserved | Progress> {
  if (state.reservations.length > 0) return nothingReserved;
  const chains: Chain[] = [];
  const problems: Finding[] = [];
  const reservations = reservationsOf(state.authorised.effects);
  for (const wanted of reservations) {
    const ledger = await ledgerOf(engine, state.authorised.effects.brand, wanted.month);
    if (!ledger.ok) return stopWith(ledger.error);
    const checked = checkCeiling(engine, ledger.value, wanted, candidate, state.authorised);
    if (!checked.ok) problems.push(...checked.error);
    const { minor, currency } = wanted;
    await append(engine, ledger.value, [{ kind: 'RESERVE', execution: session.executionId, minor, currency }]);
    chains.push(ledger.value);
  }
  const [first] = problems;
  return first === undefined ? { chains, reservations } : endSession(engine, session, 'REFUSED', first.message);
}

async function ledgerOf(engine: Engine, brand: string, month: string): Promise<Result<Chain>> {
  const opened = await openMonth(engine, brand, month);
  return opened.ok ? openLedger(engine, brand, month) : opened;
}

async function isLogged(engine: Engine, state: JournalState): Promise<boolean> {
  await engine.store.refresh();
  const tip = (await engine.store.tips(engine.names.log)).get(engine.names.log);
  if (tip === undefined) return false;
  const { id, generation } = state.authorised.effects;
  for (const path of (await engine.store.files(tip, 'logs')).keys()) {
    if (!path.endsWith(`/${id}.${generation}.json`)) continue;
    const text = await engine.store.readFile(tip, path);
    if (
      text !== null &&
      (JSON.parse(text) as { executionId: string }).executionId === executionOf(engine, id, generation)
    )
      return true;
  }
  return false;
}

function executionOf(engine: Engine, id: string, generation: number): string {
  return executionIdOf(engine.world, { repository: engine.repositoryId, id, generation });
}
