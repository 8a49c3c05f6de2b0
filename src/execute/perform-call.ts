import type { Outcome } from '../core/contract.ts';
import { finding, type Finding } from '../core/finding.ts';
import { unreachable } from '../core/result.ts';
import type { JournalState } from '../journal/state.ts';
import { credentialsFor } from './credentials.ts';
import type { Engine } from './engine.ts';
import { callFacts, type Call } from './run-context.ts';
import type { ResultBody } from './session.ts';
import type { PreparedRequest } from './wire-request.ts';

const maximumBytes = 1024 * 1024;

/** What a call left for the journal, and how long to wait where the platform said "later". */
export interface Performed {
  readonly body: ResultBody;
  readonly throttledSeconds?: number;
  /** Nothing was sent: its permission was too old by then. */
  readonly isLate?: boolean;
}

/**
 * Sends one request behind its durable intent, unless the permission in it is too old by now, and reads the answer. No
 * retry here: an ambiguous write is never repeated blindly.
 */
export async function performCall(
  engine: Engine,
  state: JournalState,
  call: Call,
  prepared: PreparedRequest,
  notAfter: Date,
): Promise<Performed> {
  const { step, operation } = call.ref;
  const credentials = await credentialsFor(engine, call.step.connection);
  if (!credentials.ok) return refused(call, credentials.error[0] ?? finding('execution/no-secret', { name: '' }));
  const wire = { ...prepared.wire, headers: { ...prepared.wire.headers, ...credentials.value } };
  const sentAt = engine.clock.now();
  if (sentAt > notAfter) return { body: { kind: 'ABSENT', ...call.ref }, isLate: true };
  const answer = await engine.transport.send(wire, { timeout: engine.timings.callMaximum, maximumBytes });
  engine.reach(step, operation, 'after-call');
  if (answer.is === 'no-answer') return unknown(call, answer.why, sentAt.toISOString());
  if (answer.is === 'not-sent') {
    const { origin } = call.step.connection;
    return refused(call, finding('transport/unreachable', { origin, why: answer.why }));
  }
  const behaviour = call.action.operations[call.kind];
  if (behaviour === undefined) throw new Error(`${call.action.id} does not know ${call.kind}`);
  const facts = callFacts(state, call, prepared.filled);
  return toBody(call, behaviour.interpret(answer, facts), sentAt.toISOString());
}

function refused(call: Call, problem: Finding): Performed {
  return { body: { kind: 'REFUSED', ...call.ref, finding: problem } };
}

function toBody(call: Call, outcome: Outcome, sentAt: string): Performed {
  switch (outcome.is) {
    case 'done':
      return { body: { kind: 'DONE', ...call.ref, receipt: outcome.receipt, adopted: false } };
    case 'adopt':
      return { body: { kind: 'DONE', ...call.ref, receipt: outcome.receipt, adopted: true } };
    case 'refused':
      return refused(call, outcome.finding);
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
