import { finding } from '../core/finding.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { go, note, stateOf, stopWith, unrecorded, type Progress, type Session } from './session.ts';

/**
 * After a lost push: what the store says now. Who no longer holds the newest claim is fenced off; what it learned and
 * could not write down is told to people. Where only a shared ref had moved, its results are written again.
 */
export async function rereadChain(engine: Engine, session: Session, times: number): Promise<Progress> {
  // Runners that lost together must not meet again.
  await engine.clock.sleep(
    Math.min(2000, times * 20) * (0.5 + Number.parseInt(engine.nonce().slice(0, 4), 16) / 0xffff),
  );
  const fetched = await engine.store.refresh();
  if (!fetched.ok)
    return stopWith([finding('journal/store-unreachable', { why: fetched.why }), ...unrecorded(session)]);
  const { ref, pushed } = session.chain;
  const chain = await openChain(engine, ref, session.executionId, (await engine.store.tips(ref)).get(ref) ?? null);
  if (!chain.ok) return stopWith([...chain.error, ...unrecorded(session)]);
  const isOurs = chain.value.pushed === pushed;
  const results = session.waiting.splice(0);
  if (!isOurs) session.unrecorded.push(...unrecorded({ ...session, waiting: results }));
  session.chain = chain.value;
  const state = stateOf(session);
  if (state.lease?.runner !== engine.runner || state.epoch !== session.epoch) session.epoch = null;
  if (isOurs && session.epoch !== null) await note(engine, session, results);
  return go;
}
