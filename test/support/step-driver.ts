import type {
  Action,
  FilledRequest,
  InterpretContext,
  ProbeContext,
  ReadClient,
  Receipt,
} from '../../src/core/contract.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Transport } from '../../src/core/ports.ts';
import { prepareRequest, withQuery } from '../../src/execute/wire-request.ts';
import { receiptField } from '../../src/execute/run-context.ts';
import { operationKeyOf } from '../../src/core/identity.ts';
import type { Operation, Placeholder, Request, Step } from '../../src/generated/types/plan.ts';

/** How a call ended, after every doubt was settled as the engine would. */
export type Ended =
  | { readonly is: 'done'; readonly receipt: Receipt; readonly attempts: number; readonly adopted: boolean }
  | { readonly is: 'refused'; readonly finding: Finding | undefined }
  | { readonly is: 'nothing-to-undo' | 'edited' }
  | { readonly is: 'ask'; readonly why: string };

const executionId = 'a'.repeat(64);

/**
 * Carries out one step against a server, call by call, without journal, lease and clock: for tests of actions alone.
 * Doubts are settled by the provider class as the recovery table does it; waiting is left out.
 */
export class StepDriver {
  readonly receipts: Record<string, Receipt> = {};
  readonly before: Record<string, Readonly<Record<string, unknown>>> = {};
  readonly marker = 'b'.repeat(20);
  readonly action: Action;
  readonly step: Step;
  private readonly transport: Transport;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly limits: { readonly timeout: number; readonly maximumBytes: number };
  private readonly media: ReadonlyMap<string, Uint8Array>;

  constructor(
    { action, step }: { readonly action: Action; readonly step: Step },
    transport: Transport,
    more: {
      headers?: Readonly<Record<string, string>>;
      media?: ReadonlyMap<string, Uint8Array>;
      timeout?: number;
    } = {},
  ) {
    this.action = action;
    this.step = step;
    this.transport = transport;
    this.headers = more.headers ?? {};
    this.limits = { timeout: more.timeout ?? 700, maximumBytes: 1 << 20 };
    this.media = more.media ?? new Map();
  }

  /** All operations in order, until one does not succeed. */
  async run(): Promise<Ended | null> {
    let last: Ended | null = null;
    for (const operation of this.step.operations) {
      last = await this.do(operation);
      if (last.is !== 'done') return last;
    }
    return last;
  }

  /** Takes back what was done, last first. */
  async undo(): Promise<Record<string, Ended['is']>> {
    const ends: Record<string, Ended['is']> = {};
    for (const operation of this.step.operations.toReversed()) {
      if (this.receipts[operation.id] === undefined || operation.undo.length === 0) continue;
      const ended = await this.undoOne(operation);
      ends[operation.id] = ended.is;
      if (ended.is === 'edited') break;
    }
    return ends;
  }

  async do(operation: Operation): Promise<Ended> {
    const { filled } = await this.prepare(operation, operation.request, 'do');
    const behaviour = this.action.operations[operation.kind]!;
    const context = this.context(operation, filled, 'do');
    if (operation.effect !== 'inert' && (await behaviour.probe?.(context, this.read))?.is === 'found')
      return { is: 'ask', why: 'it is there before the first attempt' };
    const captured = await behaviour.capture?.(operation, filled, this.read, context);
    if (captured?.ok === false) return { is: 'refused', finding: captured.error[0] };
    if (captured?.ok === true) this.before[operation.id] = captured.value;
    const ended = await this.call(operation, operation.kind, operation.request, 'do');
    if (ended.is === 'done') this.receipts[operation.id] = ended.receipt;
    return ended;
  }

  /** What a later run does about a call of which it is not known whether it happened. */
  async settle(operation: Operation): Promise<Ended> {
    const behaviour = this.action.operations[operation.kind]!;
    if (operation.provider.class === 'K') return this.do(operation);
    const { filled } = await this.prepare(operation, operation.request, 'do');
    const probed = await behaviour.probe!(this.context(operation, filled, 'do'), this.read);
    if (probed.is === 'cannot-tell') return { is: 'ask', why: probed.why };
    if (probed.is === 'absent') return this.do(operation);
    this.receipts[operation.id] = probed.receipt;
    return { is: 'done', receipt: probed.receipt, attempts: 1, adopted: true };
  }

  verify(): ReturnType<Action['verify']> {
    return this.action.verify(this.step, this.receipts, this.read);
  }

  private async undoOne(operation: Operation): Promise<Ended> {
    const [undo] = operation.undo;
    const { filled } = await this.prepare(operation, operation.request, 'do');
    const behaviours = [this.action.operations[operation.kind], this.action.operations[undo!.kind]];
    const check = behaviours.find((one) => one?.isUnchanged)?.isUnchanged;
    const context = { ...this.context(operation, filled, 'undo'), receipt: this.receipts[operation.id]! };
    if (check !== undefined && !(await check(context, this.read))) return { is: 'edited' };
    return this.call(operation, undo!.kind, undo!.request, 'undo');
  }

  private async call(operation: Operation, kind: string, request: Request, direction: 'do' | 'undo'): Promise<Ended> {
    const behaviour = this.action.operations[kind]!;
    for (let attempts = 1; attempts <= 4; attempts += 1) {
      const { wire, filled } = await this.prepare(operation, request, direction);
      const context = this.context(operation, filled, direction);
      const answer = await this.transport.send({ ...wire, headers: { ...wire.headers, ...this.headers } }, this.limits);
      if (answer.is === 'not-sent') return { is: 'refused', finding: undefined };
      const outcome =
        answer.is === 'answer' ? behaviour.interpret(answer, context) : { is: 'unknown' as const, why: answer.why };
      if (outcome.is === 'done' || outcome.is === 'adopt')
        return { is: 'done', receipt: outcome.receipt, attempts, adopted: outcome.is === 'adopt' };
      if (outcome.is === 'refused') return outcome;
      if (outcome.is === 'nothing-to-undo') return { is: 'nothing-to-undo' };
      if (outcome.is === 'throttled' || (operation.provider.class === 'K' && direction === 'do')) continue;
      if (behaviour.probe === undefined) return { is: 'ask', why: outcome.why };
      const probed = await behaviour.probe(context, this.read);
      if (probed.is === 'found') return { is: 'done', receipt: probed.receipt, attempts, adopted: true };
      if (probed.is === 'cannot-tell') return { is: 'ask', why: probed.why };
    }
    return { is: 'refused', finding: undefined };
  }

  private async prepare(
    operation: Operation,
    request: Request,
    direction: 'do' | 'undo',
  ): Promise<{ wire: Parameters<Transport['send']>[0]; filled: FilledRequest }> {
    const values = (placeholder: Placeholder): unknown => this.value(operation, placeholder, direction);
    const media = (sha256: string): Promise<Uint8Array | null> => Promise.resolve(this.media.get(sha256) ?? null);
    const prepared = await prepareRequest(request, this.step.connection, values, media);
    if (!prepared.ok) throw new Error(prepared.error[0]?.message);
    return prepared.value;
  }

  private value(operation: Operation, { from, of = '', name }: Placeholder, direction: 'do' | 'undo'): unknown {
    if (from === 'marker') return this.marker;
    if (from === 'key') return operationKeyOf(executionId, this.step.id, operation.id, direction);
    if (from === 'before') return this.before[operation.id]?.[name];
    return receiptField(this.receipts[from === 'operation' ? of : operation.id], name);
  }

  private context(
    operation: Operation,
    request: FilledRequest,
    direction: 'do' | 'undo',
  ): InterpretContext & ProbeContext {
    const key = operationKeyOf(executionId, this.step.id, operation.id, direction);
    const before = this.before[operation.id];
    const receipt = this.receipts[operation.id];
    const { receipts, marker, step } = this;
    return {
      operation,
      connection: step.connection,
      key,
      marker,
      request,
      receipts,
      ...(before && { before }),
      ...(receipt && { receipt }),
    };
  }

  get read(): ReadClient {
    const { platform, test, origin } = this.step.connection;
    const send = (path: string, headers = this.headers): ReturnType<Transport['send']> =>
      this.transport.send(
        { platform, test, origin, method: 'GET', path, headers },
        { ...this.limits, timeout: 10_000 },
      );
    return {
      get: (path, query) => send(withQuery(path, query)),
      search: () => Promise.reject(new Error('not needed yet')),
      visit: (url) => send(new URL(url).pathname + new URL(url).search, {}),
    };
  }
}
