import type { Action, FilledRequest, Receipt } from '../core/contract.ts';
import { operationKeyOf } from '../core/identity.ts';
import { success, type Result } from '../core/result.ts';
import { hashOf } from '../core/canonical.ts';
import type { Continues, Operation, Placeholder, Step } from '../generated/types/plan.ts';
import type { CallRef } from '../journal/move.ts';
import { locate } from '../journal/plan-facts.ts';
import { operationRef, type JournalState } from '../journal/state.ts';
import { checkOutput } from './check-output.ts';
import type { Engine } from './engine.ts';
import { prepareRequest, type PreparedRequest } from './wire-request.ts';

/** A call with everything that describing it needs. */
export interface Call {
  readonly ref: CallRef;
  readonly step: Step;
  readonly operation: Operation;
  readonly action: Action;
  /** Which behaviour of the action reads the answer. */
  readonly kind: string;
  readonly key: string;
  readonly marker: string;
}

/** Finds the plan's operation and the action's code for a call. */
export async function describeCall(
  engine: Engine,
  executionId: string,
  state: JournalState,
  ref: CallRef,
): Promise<Call> {
  const { step, operation } = locate(state.authorised.effects, ref.step, ref.operation);
  const action = await engine.registry.action(step.uses);
  if (action === null) throw new Error(`no action ${step.uses}`);
  const kind = ref.direction === 'do' ? operation.kind : (operation.undo[0]?.kind ?? operation.kind);
  // What a rollback undoes carries the keys of the execution that did it.
  const maker = state.authorised.effects['rolls-back']?.execution ?? executionId;
  const key = operationKeyOf(ref.direction === 'do' ? maker : executionId, step.id, operation.id, ref.direction);
  return { ref, step, operation, action, kind, key, marker: markerOf(maker, step.id) };
}

/** The key by which drafts of a step can be searched on the platform: stable for the step, 20 hex characters. */
export function markerOf(executionId: string, step: string): string {
  return hashOf([executionId, step, 'marker', 'do']).slice(0, 20);
}

/** Receipts of a step's operations that are done, by operation id. */
export function receiptsOf(state: JournalState, step: Step): Record<string, Receipt> {
  return Object.fromEntries(
    step.operations.flatMap(({ id }) => {
      const receipt = state.operations.get(operationRef(step.id, id))?.do.receipt;
      return receipt === undefined ? [] : [[id, receipt]];
    }),
  );
}

/** A field of a receipt: `id`, `url`, or a name in `values`. */
export function receiptField(receipt: Receipt | undefined, name: string): unknown {
  if (receipt === undefined) return undefined;
  return name === 'id' ? receipt.id : name === 'url' ? receipt.url : receipt.values?.[name];
}

/** The request of a call with all placeholders filled in, and its digest. Outputs of other steps are checked first. */
export async function fillCall(engine: Engine, state: JournalState, call: Call): Promise<Result<PreparedRequest>> {
  const outputs = checkOutputs(state);
  if (!outputs.ok) return outputs;
  const { ref, step, operation, key, marker } = call;
  const own = state.operations.get(operationRef(ref.step, ref.operation));
  const before = own?.do.intent?.before ?? {};
  const receipts = receiptsOf(state, step);
  const values = (placeholder: Placeholder): unknown => {
    switch (placeholder.from) {
      case 'step':
        return outputs.value.get(`${placeholder.of ?? ''}.${placeholder.name}`);
      case 'operation':
        return receiptField(receipts[placeholder.of ?? ''], placeholder.name);
      case 'key':
        return key;
      case 'marker':
        return marker;
      case 'before':
        return before[placeholder.name];
      default:
        return receiptField(own?.do.receipt, placeholder.name);
    }
  };
  const request = ref.direction === 'do' ? operation.request : operation.undo[0]?.request;
  if (request === undefined) throw new Error(`${ref.step}/${ref.operation} has no undo`);
  return prepareRequest(request, step.connection, values, (sha256) => readMedia(engine, state, sha256));
}

/** Bytes of an approved file from git; null where it is gone. */
export async function readMedia(engine: Engine, state: JournalState, sha256: string): Promise<Uint8Array | null> {
  const known = state.authorised.media.find((one) => one.sha256 === sha256);
  return known === undefined ? null : engine.repository.blob(known.blob);
}

/** Outputs of all steps that are done, `<step>.<output>`; one that is not as predicted stops what depends on it. */
function checkOutputs(state: JournalState): Result<Map<string, string | number>> {
  const found = new Map<string, string | number>();
  const { steps, continues } = state.authorised.effects;
  const known = [
    ...(continues?.done ?? []).map(({ step: id, outputs, receipts }) => ({
      id,
      outputs,
      receipts: byOperation(receipts),
    })),
    ...steps.map((step) => ({ id: step.id, outputs: step.outputs, receipts: receiptsOf(state, step) })),
  ];
  for (const { id, outputs, receipts } of known) {
    for (const [name, output] of Object.entries(outputs)) {
      const value = receiptField(receipts[output.operation], output.field);
      if (value === undefined) continue;
      const checked = checkOutput(`${id}.${name}`, value, output);
      if (!checked.ok) return checked;
      found.set(`${id}.${name}`, checked.value);
    }
  }
  return success(found);
}

/** Receipts of the execution that this one continues. */
function byOperation(receipts: Continues['done'][number]['receipts']): Record<string, Receipt> {
  return Object.fromEntries(receipts.map(({ operation, receipt }) => [operation, receipt]));
}

/** What connectors are told about a call. */
export function callFacts(
  state: JournalState,
  call: Call,
  request: FilledRequest,
): {
  readonly operation: Operation;
  readonly connection: Step['connection'];
  readonly key: string;
  readonly marker: string;
  readonly request: FilledRequest;
  readonly receipts: Record<string, Receipt>;
  readonly since: string;
  readonly receipt?: Receipt;
  readonly before?: Readonly<Record<string, unknown>>;
} {
  const own = state.operations.get(operationRef(call.ref.step, call.ref.operation));
  const receipt = own?.do.receipt;
  const before = own?.do.intent?.before;
  return {
    operation: call.operation,
    connection: call.step.connection,
    key: call.key,
    marker: call.marker,
    request,
    receipts: receiptsOf(state, call.step),
    since: state.authorisedAt,
    ...(receipt && { receipt }),
    ...(before && { before }),
  };
}
