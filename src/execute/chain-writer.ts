import type { PushOutcome, RefUpdate } from '../core/journal-port.ts';
import { canonicalJson } from '../core/canonical.ts';
import { finding, type Finding } from '../core/finding.ts';
import { signEntry, hashOfEntry, type Body, type Entry } from '../journal/entry.ts';
import type { Engine } from './engine.ts';

/** A chain as this runner has it: what is pushed, and what waits for the next push. */
export interface Chain {
  readonly ref: string;
  readonly execution: string;
  /** Tip in the store as last seen or won. */
  pushed: string | null;
  /** Tip with the entries that are written but not pushed. */
  tip: string | null;
  entries: readonly Entry[];
}

/** A chain that does not exist yet. */
export function newChain(ref: string, execution: string): Chain {
  return { ref, execution, pushed: null, tip: null, entries: [] };
}

/** Signs and writes entries behind the chain's tip; nothing sees them before `pushChains`. */
export async function append(engine: Engine, chain: Chain, bodies: readonly Body[], epoch = 0): Promise<void> {
  for (const body of bodies) await appendWithFiles(engine, chain, body, epoch, []);
}

/** One entry with files beside it. */
export async function appendWithFiles(
  engine: Engine,
  chain: Chain,
  body: Body,
  epoch: number,
  files: readonly { path: string; text: string }[],
): Promise<void> {
  const last = chain.entries.at(-1);
  const sequence = (last?.sequence ?? -1) + 1;
  const entry = signEntry(
    body,
    {
      world: engine.world,
      repository: engine.repositoryId,
      ref: chain.ref,
      execution: chain.execution,
      sequence,
      epoch,
      previous: last === undefined ? '' : hashOfEntry(last),
      nonce: engine.nonce(),
      at: engine.clock.now(),
      runner: engine.runner,
    },
    engine.signer,
  );
  chain.tip = await engine.store.write(canonicalJson(entry), `${sequence} ${body.kind}`, chain.tip, files);
  chain.entries = [...chain.entries, entry];
}

/** What a push came to; `rolled-back`: it landed on an older state than this runner has seen. */
export type ChainOutcome = PushOutcome | { readonly is: 'rolled-back'; readonly finding: Finding };

/**
 * Pushes all that waits, in all chains together or not at all. A won push is compared with the memory outside the store:
 * a signed old tip that somebody pushed again would have let it land too. Then it is remembered itself.
 */
export async function pushChains(engine: Engine, chains: readonly Chain[]): Promise<ChainOutcome> {
  const moved = chains.filter((chain) => chain.tip !== chain.pushed);
  const updates = moved.map((chain): RefUpdate => ({
    ref: chain.ref,
    expect: chain.pushed,
    next: chain.tip ?? '',
  }));
  if (updates.length === 0) return { is: 'ok' };
  const outcome = await engine.store.push(updates);
  if (outcome.is !== 'ok') return outcome;
  for (const chain of moved) {
    chain.pushed = chain.tip;
    const seen = await engine.witness.seen(chain.ref);
    if (seen !== null && !holds(chain, seen) && !(await isStillThere(engine, chain.ref, seen.commit))) {
      const where = { ref: chain.ref, commit: seen.commit };
      return { is: 'rolled-back', finding: finding('journal/rolled-back', where) };
    }
    await remember(engine, chain);
  }
  return outcome;
}

/** Whether a ref holds a commit now. Asked after the memory was read: another runner may have just moved the ref on. */
export async function isStillThere(engine: Engine, ref: string, commit: string): Promise<boolean> {
  const fetched = await engine.store.refresh();
  const tip = fetched.ok ? (await engine.store.tips(ref)).get(ref) : undefined;
  return tip !== undefined && (await engine.store.chain(tip, commit)) !== null;
}

function holds({ entries }: Chain, seen: { readonly sequence: number; readonly hash: string }): boolean {
  const entry = entries[seen.sequence];
  return entry !== undefined && hashOfEntry(entry) === seen.hash;
}

/** Notes how far a chain was seen. */
export async function remember(engine: Engine, chain: Chain): Promise<void> {
  const last = chain.entries.at(-1);
  if (last === undefined || chain.pushed === null) return;
  await engine.witness.remember(chain.ref, {
    commit: chain.pushed,
    sequence: last.sequence,
    hash: hashOfEntry(last),
  });
}
