import type { BodyOf } from './entry.ts';
import { locate } from './plan-facts.ts';
import { operationRef, type CallState, type Mutable, type OperationState } from './state.ts';

type Resolved = BodyOf<'RESOLVED'>;

/**
 * What a person's answer makes of the state. Any runner claims it again afterwards and goes on by the same rules: what
 * permits a call is read anew. An answer to a question that is not open changes nothing.
 */
export function applyResolved(state: Mutable, body: Resolved): void {
  if (state.question === null || (body.question !== undefined && body.question !== state.question.hash)) return;
  Object.assign(state, { question: null, waiting: null, phase: 'WAITING' });
  const { step, operation } = body;
  const key = operationRef(step ?? '', operation ?? '');
  const known = state.operations.get(key);
  if (known !== undefined) state.operations.set(key, settled(state, known, body));
  const why = `${body.by} decided: ${body.reason}`;
  if (body.answer === 'close') state.closed = why;
  if (body.answer === 'compensate') state.compensating ??= why;
}

function settled(state: Mutable, known: OperationState, body: Resolved): OperationState {
  const direction = body.direction ?? 'do';
  const call = known[direction];
  switch (body.answer) {
    case 'happened':
      return { ...known, [direction]: happened(state, known, body) };
    case 'did-not-happen':
      return { ...known, [direction]: absent(call) };
    case 'compensate':
      return direction === 'do'
        ? known
        : { ...known, undo: { state: 'NOTHING-TO-UNDO', why: `a person decided that it stays: ${body.reason}` } };
    default:
      return known;
  }
}

/** Where a look-up can find it, that is made once more: the platform's own answer says more than a person can type. */
function happened(state: Mutable, known: OperationState, { direction = 'do', receipt }: Resolved): CallState {
  const call = known[direction];
  const { provider } = locate(state.authorised.effects, known.step, known.operation).operation;
  if (direction === 'do' && call.state === 'PENDING' && provider.class === 'P') return { ...call, state: 'UNKNOWN' };
  const { finding: _, ...rest } = call;
  return { ...rest, state: 'DONE', ...(receipt && { receipt }), adopted: true };
}

/** As after a look-up that found nothing: what was refused on a repeat stays refused, the rest may be tried afresh. */
function absent(call: CallState): CallState {
  return { ...call, attempts: 0, state: call.finding === undefined ? 'ABSENT' : 'REFUSED' };
}
