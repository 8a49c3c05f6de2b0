import { finding } from '../core/finding.ts';
import type { StoredEntry, Witness } from '../core/journal-port.ts';
import { failure, success, type Result } from '../core/result.ts';
import { hashOfEntry, type Entry } from '../journal/entry.ts';
import { verifyChain, type ChainBinding } from '../journal/verify-chain.ts';
import { newChain, remember, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';

type Seen = Awaited<ReturnType<Witness['seen']>>;

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
  const seen = await engine.witness.seen(ref);
  const opened = await readChain(engine, { ref, execution, tip }, seen);
  if (opened !== null) return opened;
  // The memory may be younger than the tip that we were given: another runner moved on. So look once more.
  const fetched = await engine.store.refresh();
  if (!fetched.ok) return failure([finding('journal/store-unreachable', { why: fetched.why })]);
  const now = (await engine.store.tips(ref)).get(ref) ?? null;
  return (
    (await readChain(engine, { ref, execution, tip: now }, seen)) ??
    failure([finding('journal/rolled-back', { ref, commit: seen?.commit ?? '' })])
  );
}

interface ChainPlace {
  readonly ref: string;
  readonly execution: string;
  readonly tip: string | null;
}

/** Null where the ref does not hold what was seen there. */
async function readChain(engine: Engine, place: ChainPlace, seen: Seen): Promise<Result<Chain> | null> {
  const { ref, execution, tip } = place;
  if (tip === null) return seen === null ? success(newChain(ref, execution)) : null;
  const known = engine.verified.get(ref);
  const newer = known === undefined ? null : await engine.store.chain(tip, known.tip);
  // Behind what this process has verified lies everything that it has seen.
  if (known !== undefined && newer !== null) return verified(engine, { ...place, tip }, known.entries, newer, seen);
  const stored = await engine.store.chain(tip);
  if (stored === null) return failure([finding('journal/broken-chain', { ref, commit: tip })]);
  if (seen !== null && !stored.some(({ commit }) => commit === seen.commit)) {
    // What somebody else put there is named as such, rather than as something that is missing.
    const foreign = verifyChain(stored, bindingOf(engine, ref, execution));
    return foreign.ok ? null : foreign;
  }
  return verified(engine, { ...place, tip }, [], stored, seen);
}

async function verified(
  engine: Engine,
  { ref, execution, tip }: ChainPlace & { readonly tip: string },
  before: readonly Entry[],
  stored: readonly StoredEntry[],
  seen: Seen,
): Promise<Result<Chain>> {
  const last = before.at(-1);
  const start = last === undefined ? undefined : { sequence: last.sequence, hash: hashOfEntry(last) };
  const result = verifyChain(stored, bindingOf(engine, ref, execution), start);
  if (!result.ok) return result;
  const entries = [...before, ...result.value.map(({ entry }) => entry)];
  const chain: Chain = { ref, execution, pushed: tip, tip, entries };
  engine.verified.set(ref, { tip, entries });
  if (seen?.commit !== tip) await remember(engine, chain);
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
