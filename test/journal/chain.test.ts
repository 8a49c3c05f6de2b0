import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePrivateKey, signerFrom, verifyEd25519 } from '../../src/adapters/keys/ed25519.ts';
import { canonicalJson } from '../../src/core/canonical.ts';
import type { StoredEntry } from '../../src/core/journal-port.ts';
import { hashOfEntry, signEntry, type Body, type Entry } from '../../src/journal/entry.ts';
import { verifyChain, type ChainBinding } from '../../src/journal/verify-chain.ts';

const signer = signerFrom(makePrivateKey());
const thief = signerFrom(makePrivateKey());
const ref = 'refs/heads/mergecast/x/ab/abcd';
const place = { world: 'live', repository: 'r', ref, execution: 'abcd' };
const binding: ChainBinding = { ...place, publicKey: signer.publicKey, verify: verifyEd25519 };
const bodies: readonly Body[] = [
  { kind: 'CLAIMED', lease: '2027-03-01T08:10:00Z', takeover: false, reservations: [] },
  { kind: 'COMPENSATING', why: 'refused' },
  { kind: 'ABSENT', step: 'blog', operation: 'publish', direction: 'do' },
  { kind: 'SUCCEEDED' },
];

function chain(where = place, by = signer, length = 6): Entry[] {
  const entries: Entry[] = [];
  for (let sequence = 0; sequence < length; sequence += 1) {
    const last = entries.at(-1);
    const previous = last === undefined ? '' : hashOfEntry(last);
    const facts = { ...where, sequence, epoch: 1, previous, nonce: `${sequence}`, at: new Date(0), runner: 'r' };
    entries.push(signEntry(bodies[sequence % bodies.length] as Body, facts, by));
  }
  return entries;
}

const stored = (entries: readonly unknown[]): StoredEntry[] =>
  entries.map((entry, index) => ({ commit: index.toString(16).padStart(40, '0'), text: canonicalJson(entry) }));
const codeOf = (entries: readonly StoredEntry[]): string | undefined => {
  const result = verifyChain(entries, binding);
  return result.ok ? undefined : result.error[0]?.code;
};

describe('a chain', () => {
  const good = stored(chain());

  it('holds as it was signed', () => {
    expect(codeOf(good)).toBeUndefined();
  });

  it('breaks where any one character is another', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(), fc.constantFrom('0', 'a', ' ', '"', '}'), (index, at, by) => {
        const text = good[index]?.text ?? '';
        const position = at % text.length;
        const changed = text.slice(0, position) + by + text.slice(position + 1);
        fc.pre(changed !== text && sameBytes(changed) !== sameBytes(text));
        expect(codeOf(good.with(index, { commit: 'c', text: changed }))).toBeDefined();
      }),
    );
  });

  it('breaks where entries are dropped from its middle, swapped or repeated', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(good, { minLength: 1 }), (some) => {
        const isBeginning = some.every((entry, index) => entry === good[index]);
        expect(codeOf(some) === undefined).toBe(isBeginning);
      }),
    );
    expect(codeOf([...good, ...good.slice(-1)])).toBe('journal/broken-chain');
  });

  it.each<[string, StoredEntry[], string]>([
    ['grafted from another execution', stored(chain({ ...place, execution: 'efgh' })), 'journal/misplaced-entry'],
    ['of another world', stored(chain({ ...place, world: 'sandbox:1' })), 'journal/misplaced-entry'],
    ['of a fork', stored(chain({ ...place, repository: 'other' })), 'journal/misplaced-entry'],
    ['of another ref', stored(chain({ ...place, ref: `${ref}e` })), 'journal/misplaced-entry'],
    ['signed again with another key', stored(chain(place, thief)), 'journal/unsigned-entry'],
    ['continued with another key', [...good, ...stored(chain(place, thief, 7)).slice(6)], 'journal/unsigned-entry'],
    ['without a file', [...good, { commit: 'c', text: null }], 'journal/foreign-ref'],
    ['that is no JSON', [{ commit: 'c', text: 'hello' }], 'journal/foreign-ref'],
    ['that is not canonical', good.map(({ commit, text }) => ({ commit, text: `${text} ` })), 'journal/foreign-ref'],
  ])('is refused: %s', (_case, entries, code) => {
    expect(codeOf(entries)).toBe(code);
  });
});

/** Base64url of 64 bytes leaves four bits of its last letter unused: those change nothing. */
function sameBytes(text: string): string {
  const signature = /"signature":"([\w-]{86})"/.exec(text)?.[1];
  return signature === undefined ? text : text.replace(signature, Buffer.from(signature, 'base64url').toString('hex'));
}
