import type { IncomingMessage } from 'node:http';
import { objectOf, type SandboxRequest } from './kit/index.ts';

const maximumBytes = 64 * 1024 * 1024;

/** A request as it arrived, with its body; null where the body is too large. */
export interface Arrived {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Reads a request to its end. */
export async function readRequest(incoming: IncomingMessage): Promise<Arrived | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) return null;
    chunks.push(chunk);
  }
  const headers = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return {
    method: incoming.method ?? 'GET',
    // Only the path matters; a strange Host must not make it unreadable.
    url: new URL(`http://sandbox${(incoming.url ?? '/').replace(/^\/+/, '/')}`),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks),
  };
}

/** The fields of a JSON or form body. */
export function readFields({ headers, body }: Arrived): Pick<SandboxRequest, 'fields' | 'isBroken'> {
  const type = headers['content-type'] ?? '';
  if (body.byteLength === 0) return { fields: {}, isBroken: false };
  const text = new TextDecoder().decode(body);
  if (type.includes('application/x-www-form-urlencoded'))
    return { fields: Object.fromEntries(new URLSearchParams(text)), isBroken: false };
  if (!type.includes('json')) return { fields: {}, isBroken: false };
  try {
    return { fields: objectOf(JSON.parse(text)), isBroken: false };
  } catch {
    return { fields: {}, isBroken: true };
  }
}
