import type {
  FilledRequest,
  OperationBehaviour,
  Outcome,
  Probe,
  ReadClient,
  Receipt,
} from '../../src/core/contract.ts';
import { createTransport } from '../../src/adapters/http/create-transport.ts';
import { hashOf } from '../../src/core/canonical.ts';
import type { Answer } from '../../src/core/ports.ts';
import { withQuery, prepareRequest } from '../../src/execute/wire-request.ts';
import type { Operation, Placeholder, Request, Step } from '../../src/generated/types/plan.ts';
import type { SandboxFixture } from '../support/sandbox-fixture.ts';
import type { PlannedCase } from './planned-case.ts';

type Direction = 'do' | 'undo';
const limits = { timeout: 5000, maximumBytes: 4_000_000 };

/** What a call came to: its request as sent, the answer, and what the action read in it. */
export interface Conducted {
  readonly request: FilledRequest;
  readonly answer: Answer;
  readonly outcome: Outcome;
}

/** Makes the calls of a step as the engine would, one at a time and without a journal. */
export interface Conductor {
  readonly read: ReadClient;
  readonly receipts: Record<string, Receipt>;
  make(operation: Operation, direction?: Direction): Promise<Conducted>;
  probe(operation: Operation, direction?: Direction): Promise<Probe | null>;
  isUnchanged(operation: Operation): Promise<boolean>;
}

/** A conductor for a case on a sandbox where the scene is set. */
export function conduct(server: SandboxFixture, { step, action, example, connector }: PlannedCase): Conductor {
  const transport = createTransport({ sandboxUrl: server.url });
  const receipts: Record<string, Receipt> = {};
  const before: Record<string, Readonly<Record<string, unknown>>> = {};
  const { connection } = step;
  const target = { platform: connection.platform, origin: connection.origin };
  const get = (path: string): Promise<Answer> =>
    transport.send({ ...target, method: 'GET', path, headers: { ...connector.headers } }, limits);
  const read: ReadClient = {
    get: (path, query) => get(withQuery(path, query)),
    search: (path, json) =>
      transport.send(
        {
          ...target,
          method: 'POST',
          path,
          headers: { 'content-type': 'application/json' },
          body: Buffer.from(JSON.stringify(json)),
        },
        limits,
      ),
    visit: (url) => get(new URL(url).pathname),
  };
  const prepare = async (operation: Operation, direction: Direction) => {
    const request = requestOf(operation, direction);
    const values = (placeholder: Placeholder): unknown => valueOf(placeholder, operation, direction);
    const media = async (sha256: string): Promise<Uint8Array | null> =>
      example.files?.[sha256] === undefined ? null : Buffer.from(example.files[sha256], 'base64');
    const prepared = await prepareRequest(request, connection, values, media);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
    return prepared.value;
  };
  const valueOf = (placeholder: Placeholder, operation: Operation, direction: Direction): unknown => {
    const field = (receipt: Receipt | undefined): unknown =>
      placeholder.name === 'id' || placeholder.name === 'url'
        ? receipt?.[placeholder.name]
        : receipt?.values?.[placeholder.name];
    switch (placeholder.from) {
      case 'operation':
        return field(receipts[placeholder.of ?? '']);
      case 'receipt':
        return field(receipts[operation.id]);
      case 'before':
        return before[operation.id]?.[placeholder.name];
      case 'key':
        return keyOf(operation, direction);
      case 'marker':
        return markerOf(step);
      case 'step':
        throw new Error('a case stands by itself');
    }
  };
  const facts = (operation: Operation, direction: Direction, request: FilledRequest) => ({
    operation,
    connection,
    key: keyOf(operation, direction),
    marker: markerOf(step),
    request,
    receipts,
    ...(receipts[operation.id] && { receipt: receipts[operation.id] }),
    ...(before[operation.id] && { before: before[operation.id] }),
  });
  const behaviour = (operation: Operation, direction: Direction): OperationBehaviour => {
    const found = action.operations[kindOf(operation, direction)];
    if (found === undefined) throw new Error(`no behaviour of ${kindOf(operation, direction)}`);
    return found;
  };
  return {
    read,
    receipts,
    make: async (operation, direction = 'do') => {
      const { wire, filled } = await prepare(operation, direction);
      if (direction === 'do' && before[operation.id] === undefined) {
        const captured = await behaviour(operation, 'do').capture?.(
          operation,
          filled,
          read,
          facts(operation, direction, filled),
        );
        if (captured?.ok === false) throw new Error(JSON.stringify(captured.error));
        if (captured?.ok === true) before[operation.id] = captured.value;
      }
      const answer = await transport.send({ ...wire, headers: { ...wire.headers, ...connector.headers } }, limits);
      if (answer.is !== 'answer') throw new Error(`no answer: ${answer.why}`);
      const outcome = behaviour(operation, direction).interpret(answer, facts(operation, direction, filled));
      if (direction === 'do' && (outcome.is === 'done' || outcome.is === 'adopt'))
        receipts[operation.id] ??= outcome.receipt;
      return { request: filled, answer, outcome };
    },
    probe: async (operation, direction = 'do') => {
      const { filled } = await prepare(operation, direction);
      return (await behaviour(operation, direction).probe?.(facts(operation, direction, filled), read)) ?? null;
    },
    isUnchanged: async (operation) => {
      const { filled } = await prepare(operation, 'do');
      const receipt = receipts[operation.id] ?? { id: '' };
      const known = behaviour(operation, 'do').isUnchanged ?? behaviour(operation, 'undo').isUnchanged;
      return (await known?.({ ...facts(operation, 'do', filled), receipt }, read)) ?? true;
    },
  };
}

function requestOf(operation: Operation, direction: Direction): Request {
  const request = direction === 'do' ? operation.request : operation.undo[0]?.request;
  if (request === undefined) throw new Error(`${operation.id} has no undo`);
  return request;
}

function kindOf(operation: Operation, direction: Direction): string {
  return direction === 'do' ? operation.kind : (operation.undo[0]?.kind ?? '');
}

/** 64 hex characters, as the engine's. */
export function keyOf(operation: Operation, direction: Direction): string {
  return hashOf(['conformance', operation.id, direction]);
}

/** 20 hex characters, as the engine's. */
export function markerOf(step: Step): string {
  return hashOf(['conformance', step.id]).slice(0, 20);
}

/** Sets the scene of a case and says how many effects that made. */
export async function setScene(server: SandboxFixture, { example, step }: PlannedCase): Promise<number> {
  for (const { method, path, json } of example.scene ?? []) {
    const { status, text } = await server.call(method, path, json, { origin: step.connection.origin });
    if (status >= 300) throw new Error(`the scene was not set: ${text}`);
  }
  return (await server.effects()).length;
}
