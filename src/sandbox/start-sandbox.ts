import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import { sandboxParts } from '../generated/sandbox-registry.ts';
import { answerCall } from './answer-call.ts';
import { answerControl } from './answer-control.ts';
import { chooseSite } from './choose-site.ts';
import { json, type SandboxPart } from './kit/index.ts';
import { readRequest } from './read-request.ts';
import { atOnce, sendReply, type Reply } from './send-reply.ts';
import { openStateFile, type StateFile } from './state-file.ts';

/** A sandbox that runs. */
export interface RunningSandbox {
  /** Such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** UUID of its state; the same after a restart, another one after a reset. */
  readonly instance: string;
  close(): Promise<void>;
}

/**
 * Starts the stand-in of all platforms on 127.0.0.1, with the state of an earlier one where the file has it.
 * `port` 0 takes a free one. `parts` replaces the platforms, for tests of the sandbox itself.
 */
export async function startSandbox(options: {
  readonly port?: number;
  readonly stateFile: string;
  readonly parts?: readonly SandboxPart[];
}): Promise<Result<RunningSandbox>> {
  const state = openStateFile(options.stateFile);
  if (!state.ok) return state;
  const parts = options.parts ?? (await Promise.all(Object.values(sandboxParts).map((load) => load())));
  const server = createServer();
  const port = options.port ?? 0;
  const isListening = await listen(server, port);
  if (!isListening) {
    state.value.close();
    return failure([finding('sandbox/port-taken', { port })]);
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = answerer(state.value, new Map(parts.map((part) => [part.id, part])), url);
  server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
    answer(incoming).then(
      (reply) => sendReply(response, reply),
      (error: unknown) =>
        sendReply(response, atOnce(json(500, { version: 1, message: `The sandbox itself failed: ${String(error)}` }))),
    );
  });
  return success({ url, instance: state.value.instance(), close: () => close(server, state.value) });
}

async function listen(server: Server, port: number): Promise<boolean> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  }
}

/** Ends it at once: calls that hang on purpose would never end by themselves. */
async function close(server: Server, state: StateFile): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
  state.close();
}

function answerer(
  state: StateFile,
  parts: ReadonlyMap<string, SandboxPart>,
  url: string,
): (incoming: IncomingMessage) => Promise<Reply> {
  return async (incoming) => {
    const arrived = await readRequest(incoming);
    if (arrived === null) return atOnce(json(413, { version: 1, message: 'That is too large.' }));
    const [, platform = ''] = arrived.url.pathname.split('/');
    if (platform === '_sandbox') return atOnce(answerControl(state, parts, arrived, url));
    const part = parts.get(platform);
    if (part === undefined)
      return atOnce(json(404, { version: 1, message: `The platforms here are ${[...parts.keys()].join(', ')}.` }));
    const path = arrived.url.pathname.slice(platform.length + 1) || '/';
    const site = chooseSite(state.tables, part, arrived.headers, url);
    const { draft, reply } = answerCall(state.tables, part, arrived, path, site);
    // Durable before anybody hears of it. Nothing is awaited in between, so no other request sees half of this one.
    state.commit(draft.changes());
    return reply;
  };
}
