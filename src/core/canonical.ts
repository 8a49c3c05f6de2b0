import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/**
 * RFC 8785 canonical JSON. Lone surrogates are refused: two different ones become the same UTF-8 bytes, so that
 * two contents would share one digest.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not a JSON value');
  if (!text.isWellFormed()) throw new Error('lone surrogate in canonical JSON');
  return text;
}

/** Lower hex SHA-256 of bytes, or of text as UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** Lower hex SHA-256 over the canonical form. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
