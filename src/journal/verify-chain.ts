import { canonicalJson } from '../core/canonical.ts';
import { finding, type Finding } from '../core/finding.ts';
import type { StoredEntry, VerifySignature } from '../core/journal-port.ts';
import { failure, success, type Result } from '../core/result.ts';
import { hashOfEntry, signedText, type Entry } from './entry.ts';

/** What a chain must be bound to, and whose signature counts. */
export interface ChainBinding {
  readonly repository: string;
  /** Exact world, or `sandbox:` for refs that all sandboxes share. */
  readonly world: string;
  readonly ref: string;
  /** Execution id, or empty for shared refs. */
  readonly execution: string;
  readonly publicKey: string;
  readonly verify: VerifySignature;
}

/** An entry that passed, with the commit that holds it. */
export interface VerifiedEntry {
  readonly entry: Entry;
  readonly commit: string;
  readonly hash: string;
}

/** Where verification starts: from nothing, or just after an entry that was verified before. */
export interface ChainStart {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Checks a chain link by link: form, signature, binding, sequence, hash of the one before. The first broken link is
 * named; nothing behind it is interpreted.
 */
export function verifyChain(
  stored: readonly StoredEntry[],
  binding: ChainBinding,
  start: ChainStart = { sequence: -1, hash: '' },
): Result<VerifiedEntry[]> {
  const verified: VerifiedEntry[] = [];
  let last = start;
  for (const one of stored) {
    const entry = readEntry(one.text);
    const problem = entry === null ? 'journal/foreign-ref' : problemOf(entry, binding, last);
    if (entry === null || problem !== null)
      return failure([nameBroken(problem ?? 'journal/foreign-ref', one, binding)]);
    last = { sequence: entry.sequence, hash: hashOfEntry(entry, one.text ?? undefined) };
    verified.push({ entry, commit: one.commit, hash: last.hash });
  }
  return success(verified);
}

type ChainProblem =
  | 'journal/foreign-ref'
  | 'journal/unsigned-entry'
  | 'journal/misplaced-entry'
  | 'journal/broken-chain';

function problemOf(entry: Entry, binding: ChainBinding, last: ChainStart): ChainProblem | null {
  if (!binding.verify(binding.publicKey, signedText(entry), entry.signature)) return 'journal/unsigned-entry';
  const worldFits = binding.world.endsWith(':') ? entry.world.startsWith(binding.world) : entry.world === binding.world;
  const isPlaced =
    worldFits &&
    entry.repository === binding.repository &&
    entry.ref === binding.ref &&
    entry.execution === binding.execution;
  if (!isPlaced) return 'journal/misplaced-entry';
  return entry.sequence === last.sequence + 1 && entry.previous === last.hash ? null : 'journal/broken-chain';
}

/** Only the canonical bytes count: otherwise two texts would be the same entry. */
function readEntry(text: string | null): Entry | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Entry;
    const isEntry = typeof value === 'object' && value !== null && typeof value.body?.kind === 'string';
    return isEntry && typeof value.signature === 'string' && canonicalJson(value) === text ? value : null;
  } catch {
    return null;
  }
}

function nameBroken(code: ChainProblem, at: StoredEntry, binding: ChainBinding): Finding {
  return finding(code, { ref: binding.ref, commit: at.commit });
}
