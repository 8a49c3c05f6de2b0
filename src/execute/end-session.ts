import type { BodyOf } from '../journal/entry.ts';
import { hashOfEntry } from '../journal/entry.ts';
import { append, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { openLedger } from './ledgers.ts';
import { operationsOf } from '../journal/plan-facts.ts';
import { flush, note, stateOf, type Progress, type Session } from './session.ts';

/** Writes the terminal entry, and gives back what was reserved and not spent, in one push. */
export async function endSession(
  engine: Engine,
  session: Session,
  state: BodyOf<'ENDED'>['state'],
  why: string,
): Promise<Progress> {
  await note(engine, session, [{ kind: 'ENDED', state, why, orphans: orphansOf(session) }]);
  const ledgers = await releaseReservations(engine, session);
  if (ledgers === null) return { is: 'lost' };
  const pushed = await flush(engine, session, ledgers);
  if (pushed.is === 'go') session.epoch = null;
  return pushed;
}

/** Money stays spent where the step that spends it was activated and stands. */
async function releaseReservations(engine: Engine, session: Session): Promise<Chain[] | null> {
  const state = stateOf(session);
  const last = session.chain.entries.at(-1);
  if (last === undefined || hasSpent(session)) return [];
  const ledgers: Chain[] = [];
  for (const { month, minor, currency } of state.reservations) {
    if (minor === 0) continue;
    const ledger = await openLedger(engine, state.authorised.effects.brand, month);
    if (!ledger.ok) return null;
    await append(engine, ledger.value, [
      { kind: 'RELEASE', execution: session.executionId, minor, currency, ended: hashOfEntry(last) },
    ]);
    ledgers.push(ledger.value);
  }
  return ledgers;
}

/** Once ads ran, nobody knows here how much of the maximum they used: it stays reserved. */
function hasSpent(session: Session): boolean {
  const state = stateOf(session);
  return operationsOf(state.authorised.effects).some(
    ({ step, operation }) =>
      operation.effect === 'spend' && state.operations.get(`${step.id}/${operation.id}`)?.do.state === 'DONE',
  );
}

/** Inert things that stay behind on a platform are listed, never forgotten. */
function orphansOf(session: Session): string[] {
  const state = stateOf(session);
  return operationsOf(state.authorised.effects).flatMap(({ step, operation }) => {
    const known = state.operations.get(`${step.id}/${operation.id}`);
    const stays = known?.do.state === 'DONE' && known.undo.state !== 'DONE' && known.undo.state !== 'NOTHING-TO-UNDO';
    return stays && operation.effect === 'inert' ? [`${step.id}/${operation.id}: ${known.do.receipt?.id ?? ''}`] : [];
  });
}
