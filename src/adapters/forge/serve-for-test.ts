import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Forge, ForgeKind } from '../../core/forge.ts';
import { openForge } from './open-forge.ts';

/** A request as it arrived. */
export interface Received {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** What the server says to a request: a body as JSON, or whatever the test does with the connection itself. */
export type Answer =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | ((response: ServerResponse) => void);

/** A forge made of answers by hand, and a client of it whose waits take no time. */
export interface ServedForge {
  readonly forge: Forge;
  readonly received: readonly Received[];
  /** `METHOD path` of each request. */
  readonly asked: string[];
  /** Milliseconds of each wait. */
  readonly waits: number[];
  readonly origin: string;
  stop(): Promise<void>;
}

/** The token of the client; it must never be seen anywhere but in a header. */
export const canary = 'ghp_canary0123456789';

/** Serves answers in the order of requests by a function of each; without an answer it is a 404. */
export async function serveForge(
  kind: ForgeKind,
  answer: (request: Received, count: number) => Answer | undefined,
  now: number = Date.parse('2027-02-21T15:00:00Z'),
): Promise<ServedForge> {
  const received: Received[] = [];
  const asked: string[] = [];
  const waits: number[] = [];
  const server = createServer((request, response) => void respond(request, response));
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>) }; // prettier-ignore
    received.push(one);
    asked.push(`${one.method} ${one.path}`);
    const said = answer(one, received.length) ?? { status: 404, body: { message: 'Not Found' } };
    if (typeof said === 'function') return said(response);
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
    response.end(
      said.body === undefined ? undefined : typeof said.body === 'string' ? said.body : JSON.stringify(said.body),
    );
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  const api = kind === 'gitea' ? `${origin}/api/v1` : origin;
  const forge = openForge({ kind, api, owner: 'acme', name: 'shop' }, canary, { wait, timeout: 500, now: () => now });
  return {
    forge,
    received,
    asked,
    waits,
    origin,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
