import type { BodyOf, Entry } from './entry.ts';
import { locate } from './plan-facts.ts';
import {
  operationRef,
  type CallIntent,
  type CallState,
  type Mutable,
  type OperationState,
  type Question,
} from './state.ts';

type Resolved = BodyOf<'RESOLVED'>;

/**
 * What a person's answer makes of the state. Any runner claims it again afterwards and goes on by the same rules: what
 * permits a call is read anew. An answer to a question that is not open changes nothing.
 */
export function applyResolved(state: Mutable, { at, epoch }: Entry, body: Resolved): void {
  const { question } = state;
  if (question === null || (body.question !== undefined && body.question !== question.hash)) return;
  Object.assign(state, { question: null, waiting: null, phase: 'WAITING' });
  const { step, operation } = body;
  const intent = { key: '', request: '', notAfter: at, at, epoch };
  const key = operationRef(step ?? '', operation ?? '');
  const known = state.operations.get(key);
  if (known !== undefined) state.operations.set(key, settled(state, known, body, { question, intent }));
  const why = `${body.by} decided: ${body.reason}`;
  if (body.answer === 'close') state.closed = why;
  if (body.answer === 'compensate') state.compensating ??= why;
}

/** What was asked, and the moment of the answer as if a call had been announced then. */
interface Asked {
  readonly question: Question;
  readonly intent: CallIntent;
}

function settled(state: Mutable, known: OperationState, body: Resolved, asked: Asked): OperationState {
  const direction = body.direction ?? 'do';
  const call = known[direction];
  switch (body.answer) {
    case 'happened':
      return { ...known, [direction]: happened(state, known, body, asked) };
    case 'did-not-happen':
      return { ...known, [direction]: absent(call) };
    case 'compensate':
      return direction === 'do' ? known : { ...known, undo: left(call, asked) };
    default:
      return known;
  }
}

/** Where a look-up can find it, that is made once more: the platform's own answer says more than a person can type. */
function happened(
  state: Mutable,
  known: OperationState,
  { direction = 'do', receipt }: Resolved,
  { intent }: Asked,
): CallState {
  const call = known[direction];
  const { provider } = locate(state.authorised.effects, known.step, known.operation).operation;
  if (direction === 'do' && call.state === 'PENDING' && provider.class === 'P')
    return { ...call, state: 'UNKNOWN', intent };
  const { finding: _, ...rest } = call;
  return { ...rest, state: 'DONE', ...(receipt && { receipt }), adopted: true };
}

/** It stands, and is told as what could not be undone: a follow-up must not send it again. */
function left(call: CallState, { question: { finding } }: Asked): CallState {
  return { ...call, state: 'REFUSED', ...(finding && { finding }) };
}

/** As after a look-up that found nothing: what was refused on a repeat stays refused, the rest may be tried afresh. */
function absent(call: CallState): CallState {
  return { ...call, attempts: 0, state: call.finding === undefined ? 'ABSENT' : 'REFUSED' };
}
