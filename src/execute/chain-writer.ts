import type { PushOutcome, RefUpdate } from '../core/journal-port.ts';
import { canonicalJson } from '../core/canonical.ts';
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

/** Pushes all that waits, in all chains together or not at all; a won push is remembered outside the store. */
export async function pushChains(engine: Engine, chains: readonly Chain[]): Promise<PushOutcome> {
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
    await remember(engine, chain);
  }
  return outcome;
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
