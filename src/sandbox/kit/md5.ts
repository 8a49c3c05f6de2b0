import { createHash } from 'node:crypto';

/** MD5 in hex: some platforms compare uploads with it. */
export function md5Hex(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}
