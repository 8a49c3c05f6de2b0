import type { Outcome } from '../core/contract.ts';
import { finding } from '../core/finding.ts';
import { unreachable } from '../core/result.ts';
import type { Body } from '../journal/entry.ts';
import type { JournalState } from '../journal/state.ts';
import { credentialsFor } from './credentials.ts';
import type { Engine } from './engine.ts';
import { callFacts, type Call } from './run-context.ts';
import type { PreparedRequest } from './wire-request.ts';

const maximumBytes = 1024 * 1024;

/** What a call left for the journal, and how long to wait where the platform said "later". */
export interface Performed {
  readonly body: Body;
  readonly throttledSeconds?: number;
}

/** Sends one request behind its durable intent, and reads the answer. No retry here: an ambiguous write is never repeated blindly. */
export async function performCall(
  engine: Engine,
  state: JournalState,
  call: Call,
  prepared: PreparedRequest,
): Promise<Performed> {
  const sentAt = engine.clock.now().toISOString();
  const { step, operation, direction } = call.ref;
  const credentials = await credentialsFor(engine, call.step.connection);
  if (!credentials.ok)
    return {
      body: {
        kind: 'REFUSED',
        ...call.ref,
        finding: credentials.error[0] ?? finding('execution/no-secret', { name: '' }),
      },
    };
  const wire = { ...prepared.wire, headers: { ...prepared.wire.headers, ...credentials.value } };
  const answer = await engine.transport.send(wire, { timeout: engine.timings.callMaximum, maximumBytes });
  engine.reach(step, operation, 'after-call');
  if (answer.is === 'no-answer') return unknown(call, answer.why, sentAt);
  if (answer.is === 'not-sent') {
    const refusal = finding('transport/unreachable', {
      origin: call.step.connection.origin,
      why: answer.why,
    });
    return { body: { kind: 'REFUSED', step, operation, direction, finding: refusal } };
  }
  const behaviour = call.action.operations[call.kind];
  if (behaviour === undefined) throw new Error(`${call.action.id} does not know ${call.kind}`);
  return toBody(call, behaviour.interpret(answer, callFacts(state, call, prepared.filled)), sentAt);
}

function toBody(call: Call, outcome: Outcome, sentAt: string): Performed {
  switch (outcome.is) {
    case 'done':
      return { body: { kind: 'DONE', ...call.ref, receipt: outcome.receipt, adopted: false } };
    case 'adopt':
      return { body: { kind: 'DONE', ...call.ref, receipt: outcome.receipt, adopted: true } };
    case 'refused':
      return { body: { kind: 'REFUSED', ...call.ref, finding: outcome.finding } };
    case 'nothing-to-undo':
      return {
        body: {
          kind: 'NOTHING-TO-UNDO',
          step: call.ref.step,
          operation: call.ref.operation,
          why: outcome.why,
        },
      };
    case 'throttled':
      // "Too many requests" is a definite no: nothing happened.
      return { body: { kind: 'ABSENT', ...call.ref }, throttledSeconds: outcome.seconds };
    case 'unknown':
      return unknown(call, outcome.why, sentAt);
    default:
      return unreachable(outcome);
  }
}

function unknown(call: Call, why: string, sentAt: string): Performed {
  return { body: { kind: 'UNKNOWN', ...call.ref, why, sentAt } };
}
