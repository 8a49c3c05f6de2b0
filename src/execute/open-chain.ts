import { finding, type Finding } from '../core/finding.ts';
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
export async function openChain(
  engine: Engine,
  ref: string,
  execution: string,
  tip: string | null,
): Promise<Result<Chain>> {
  const seen = (await engine.witness.seen(ref))?.commit ?? null;
  if (tip === null) return seen === null ? success(newChain(ref, execution)) : failure([rolledBack(ref, seen)]);
  const known = engine.verified.get(ref);
  const newer = known === undefined ? null : await engine.store.chain(tip, known.tip);
  // Behind what this process has verified lies everything that it has seen.
  if (known !== undefined && newer !== null)
    return verified(engine, { ref, execution, tip, before: known.entries }, newer);
  return openWhole(engine, { ref, execution, tip, before: [] }, seen);
}

interface ChainPart {
  readonly ref: string;
  readonly execution: string;
  readonly tip: string;
  readonly before: readonly Entry[];
}

async function openWhole(engine: Engine, part: ChainPart, seen: string | null): Promise<Result<Chain>> {
  const { ref, tip } = part;
  const stored = await engine.store.chain(tip);
  if (stored === null) return failure([finding('journal/broken-chain', { ref, commit: tip })]);
  const isSeen = seen === null || stored.some(({ commit }) => commit === seen);
  return isSeen ? verified(engine, part, stored) : failure([rolledBack(ref, seen)]);
}

function rolledBack(ref: string, commit: string): Finding {
  return finding('journal/rolled-back', { ref, commit });
}

async function verified(engine: Engine, part: ChainPart, stored: readonly StoredEntry[]): Promise<Result<Chain>> {
  const { ref, execution, tip, before } = part;
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
