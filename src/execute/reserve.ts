import type { Finding } from '../core/finding.ts';
import type { Result } from '../core/result.ts';
import { reservationsOf, type Reservation } from '../journal/ledger.ts';
import type { JournalState } from '../journal/state.ts';
import type { Candidate } from './candidate.ts';
import { append, type Chain } from './chain-writer.ts';
import { endSession } from './end-session.ts';
import type { Engine } from './engine.ts';
import { checkCeiling, openLedger, openMonth } from './ledgers.ts';
import { type Progress, type Session, stopWith } from './session.ts';

/** Ledgers with the entries that go out together with the claim. */
export type Reserved = { readonly chains: Chain[]; readonly reservations: readonly Reservation[] };

export const nothingReserved: Reserved = { chains: [], reservations: [] };

/** Sets the money aside, 0 where none is spent: every claim leaves a second witness. Done once per execution. */
export async function reserve(
  engine: Engine,
  session: Session,
  state: JournalState,
  candidate: Candidate,
): Promise<Reserved | Progress> {
  if (state.reservations.length > 0) return nothingReserved;
  const chains = new Map<string, Chain>();
  const problems: Finding[] = [];
  const reservations = reservationsOf(state.authorised.effects);
  for (const wanted of reservations) {
    const ledger = chains.get(wanted.month) ?? (await ledgerOf(engine, state.authorised.effects.brand, wanted.month));
    if ('ok' in ledger && !ledger.ok) return stopWith(ledger.error);
    const chain = 'ok' in ledger ? ledger.value : ledger;
    const checked = checkCeiling(engine, chain, wanted, candidate, state.authorised);
    if (!checked.ok) problems.push(...checked.error);
    const { minor, currency } = wanted;
    await append(engine, chain, [{ kind: 'RESERVE', execution: session.executionId, minor, currency }]);
    chains.set(wanted.month, chain);
  }
  const [first] = problems;
  if (first !== undefined) return endSession(engine, session, 'REFUSED', first.message);
  return { chains: [...chains.values()], reservations };
}

async function ledgerOf(engine: Engine, brand: string, month: string): Promise<Result<Chain>> {
  const opened = await openMonth(engine, brand, month);
  return opened.ok ? openLedger(engine, brand, month) : opened;
}
