import { success, type Result } from '../core/result.ts';
import type { Body, BodyOf } from '../journal/entry.ts';
import { hashOfEntry } from '../journal/entry.ts';
import { append, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { openLedger } from './ledgers.ts';
import { orphansOf } from '../journal/orphans.ts';
import { operationsOf } from '../journal/plan-facts.ts';
import { flush, note, stateOf, stopWith, unrecorded, type Progress, type Session } from './session.ts';

/** Writes the terminal entry, and gives back what was reserved and not spent, in one push. */
export async function endSession(
  engine: Engine,
  session: Session,
  state: BodyOf<'ENDED'>['state'],
  why: string,
): Promise<Progress> {
  await note(engine, session, [{ kind: 'ENDED', state, why, orphans: orphansOf(stateOf(session)) }]);
  const ledgers = await releaseReservations(engine, session);
  if (!ledgers.ok) return stopWith([...ledgers.error, ...unrecorded(session)]);
  const pushed = await flush(engine, session, ledgers.value);
  if (pushed.is === 'go') session.epoch = null;
  return pushed;
}

/** Money stays spent where the step that spends it was activated and stands. */
async function releaseReservations(engine: Engine, session: Session): Promise<Result<Chain[]>> {
  const { reservations, authorised } = stateOf(session);
  const last = session.chain.entries.at(-1);
  if (last === undefined || hasSpent(session)) return success([]);
  const ended = hashOfEntry(last);
  const held = reservations.filter(({ minor }) => minor > 0);
  const ledgers: Chain[] = [];
  for (const month of new Set(held.map((one) => one.month))) {
    const ledger = await openLedger(engine, authorised.effects.brand, month);
    if (!ledger.ok) return ledger;
    const bodies = held
      .filter((one) => one.month === month)
      .map(({ minor, currency }): Body => ({
        kind: 'RELEASE',
        execution: session.executionId,
        minor,
        currency,
        ended,
      }));
    await append(engine, ledger.value, bodies);
    ledgers.push(ledger.value);
  }
  return success(ledgers);
}

const mayStand: ReadonlySet<string> = new Set(['DONE', 'INTENT', 'UNKNOWN']);

/** Once ads ran, or may have, nobody knows here how much of the maximum they used: it stays reserved. */
function hasSpent(session: Session): boolean {
  const state = stateOf(session);
  return operationsOf(state.authorised.effects).some(
    ({ step, operation }) =>
      operation.effect === 'spend' && mayStand.has(state.operations.get(`${step.id}/${operation.id}`)?.do.state ?? ''),
  );
}
