import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import type { Signer } from '../../core/journal-port.ts';

/** A new private key as PKCS#8 PEM. */
export function makePrivateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Signs with a private key in PEM; throws where the text is no Ed25519 key. */
export function signerFrom(pem: string): Signer {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the journal key is not an Ed25519 key');
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64url');
  return { publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('base64url') };
}

const keys = new Map<string, KeyObject>();

/** Reading a key costs as much as using it. */
function publicKeyOf(text: string): KeyObject {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.from(text, 'base64url'), type: 'spki', format: 'der' });
  keys.set(text, key);
  return key;
}

/** Checks an Ed25519 signature; anything malformed is false. */
export function verifyEd25519(publicKey: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text), publicKeyOf(publicKey), Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
