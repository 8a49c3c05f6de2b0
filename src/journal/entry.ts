import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import type { Signer } from '../core/journal-port.ts';
import type { JournalEntry } from '../generated/types/journal-entry.ts';

export type Entry = JournalEntry;
export type Body = JournalEntry['body'];
export type Kind = Body['kind'];
export type BodyOf<K extends Kind> = Extract<Body, { kind: K }>;

/** What an entry binds itself to, besides its body. */
export interface EntryFacts {
  readonly world: string;
  readonly repository: string;
  readonly ref: string;
  /** Execution id; empty for shared refs. */
  readonly execution: string;
  readonly sequence: number;
  readonly epoch: number;
  /** Hash of the entry before; empty for the first. */
  readonly previous: string;
  readonly nonce: string;
  readonly at: Date;
  readonly runner: string;
}

/** Signs one line of a journal. The nonce makes two otherwise equal claims different commits. */
export function signEntry(body: Body, facts: EntryFacts, signer: Signer): Entry {
  const unsigned = { version: 1 as const, ...facts, at: facts.at.toISOString(), body };
  return { ...unsigned, signature: signer.sign(canonicalJson(unsigned)) };
}

/** The text that a signature covers. */
export function signedText(entry: Entry): string {
  const { signature: _, ...unsigned } = entry;
  return canonicalJson(unsigned);
}

const hashes = new WeakMap<Entry, string>();

/**
 * SHA-256 over the canonical entry with its signature: what the next one names as `previous`. Entries never change, so
 * that each is hashed once; `text` is its canonical form where it is at hand.
 */
export function hashOfEntry(entry: Entry, text?: string): string {
  const known = hashes.get(entry);
  if (known !== undefined) return known;
  const hash = sha256Hex(text ?? canonicalJson(entry));
  hashes.set(entry, hash);
  return hash;
}
