import { finding } from '../core/finding.ts';
import type { StoredEntry } from '../core/journal-port.ts';
import { failure, success, type Result } from '../core/result.ts';
import { hashOfEntry, type Entry } from '../journal/entry.ts';
import { verifyChain, type ChainBinding } from '../journal/verify-chain.ts';
import { newChain, remember, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';

/**
 * Reads a chain of the journal and checks every link. A ref that stands lower than this runner has seen it was pushed
 * back or deleted: signatures cannot tell that, the memory outside the store can.
 */
export async function openChain(engine: Engine, ref: string, execution: string, tip: string | null): Promise<Result<Chain>> {
  const seen = await engine.witness.seen(ref);
  if (tip === null) {
    if (seen !== null) return failure([finding('journal/rolled-back', { ref, commit: seen.commit })]);
    return success(newChain(ref, execution));
  }
  const known = engine.verified.get(ref);
  const newer = known === undefined ? null : await engine.store.chain(tip, known.tip);
  const before = newer === null || known === undefined ? [] : known.entries;
  const stored = newer ?? (await engine.store.chain(tip));
  if (stored === null) return failure([finding('journal/broken-chain', { ref, commit: tip })]);
  const isSeen = seen === null || seen.commit === known?.tip || stored.some(({ commit }) => commit === seen.commit);
  if (!isSeen && newer === null) return failure([finding('journal/rolled-back', { ref, commit: seen.commit })]);
  return verified(engine, { ref, execution, tip, before }, stored);
}

async function verified(
  engine: Engine,
  at: { ref: string; execution: string; tip: string; before: readonly Entry[] },
  stored: readonly StoredEntry[],
): Promise<Result<Chain>> {
  const { ref, execution, tip, before } = at;
  const last = before.at(-1);
  const start = last === undefined ? undefined : { sequence: last.sequence, hash: hashOfEntry(last) };
  const result = verifyChain(stored, bindingOf(engine, ref, execution), start);
  if (!result.ok) return result;
  const entries = [...before, ...result.value.map(({ entry }) => entry)];
  const chain: Chain = { ref, execution, pushed: tip, tip, entries };
  engine.verified.set(ref, { tip, entries });
  if (stored.length > 0) await remember(engine, chain);
  return success(chain);
}

/** What the entries of a ref must be bound to. Refs without an execution are shared by all sandboxes. */
export function bindingOf(engine: Engine, ref: string, execution: string): ChainBinding {
  const isShared = execution === '' && engine.world !== 'live';
  return {
    repository: engine.repositoryId,
    world: isShared ? 'sandbox:' : engine.world,
    ref,
    execution,
    publicKey: engine.signer.publicKey,
    verify: engine.verify,
  };
}
