import type { IncomingMessage } from 'node:http';
import type { Answer } from '../../core/ports.ts';

/** Reads an answer to its end. One that is longer than `maximumBytes` counts as none: half an answer proves nothing. */
export async function readAnswer(incoming: IncomingMessage, maximumBytes: number): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) return { is: 'no-answer', why: `the answer is longer than ${maximumBytes} bytes` };
    chunks.push(chunk);
  }
  return {
    is: 'answer',
    status: incoming.statusCode ?? 0,
    headers: readHeaders(incoming),
    text: new TextDecoder().decode(Buffer.concat(chunks)),
  };
}

/** Lower-case names; cookies are nobody's business here. */
function readHeaders(incoming: IncomingMessage): Record<string, string> {
  const entries = Object.entries(incoming.headers).flatMap(([name, value]) =>
    value === undefined || name === 'set-cookie'
      ? []
      : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return Object.fromEntries(entries);
}
