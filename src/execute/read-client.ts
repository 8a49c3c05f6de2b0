import type { ReadClient } from '../core/contract.ts';
import type { Answer } from '../core/ports.ts';
import type { Connection } from '../generated/types/plan.ts';
import { credentialsFor } from './credentials.ts';
import type { Engine } from './engine.ts';
import { withQuery } from './wire-request.ts';

const maximumBytes = 4 * 1024 * 1024;

/** Look-ups on one connection. Writing is impossible through it; credentials go to the connection's own origin only. */
export function readClient(engine: Engine, connection: Connection): ReadClient {
  const limits = { timeout: engine.timings.callMaximum, maximumBytes };
  const target = { platform: connection.platform, test: connection.test, origin: connection.origin };
  const send = async (method: string, path: string, json?: unknown): Promise<Answer> => {
    const credentials = await credentialsFor(engine, connection);
    if (!credentials.ok) return { is: 'not-sent', why: credentials.error[0]?.message ?? 'a secret is missing' };
    const body = json === undefined ? undefined : new TextEncoder().encode(JSON.stringify(json));
    const headers = { ...(body && { 'content-type': 'application/json' }), ...credentials.value };
    return engine.transport.send({ ...target, method, path, headers, ...(body && { body }) }, limits);
  };
  return {
    get: (path, query) => send('GET', withQuery(path, query)),
    search: (path, json) => send('POST', path, json),
    visit: async (address) => {
      if (!URL.canParse(address)) return { is: 'not-sent', why: 'it is not an address' };
      const url = new URL(address);
      if (url.origin !== new URL(connection.origin).origin)
        return { is: 'not-sent', why: `it does not belong to ${connection.origin}` };
      return engine.transport.send({ ...target, method: 'GET', path: url.pathname + url.search, headers: {} }, limits);
    },
  };
}
