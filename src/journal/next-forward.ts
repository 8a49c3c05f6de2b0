import { operationRef, type CallState, type JournalState } from './state.ts';
import type { CallRef, Move } from './move.ts';
import { earlyPrepares, operationsOf, type Located } from './plan-facts.ts';

/** Towards success: early prepares together, then the rest one by one; a refusal turns round. */
export function nextForward(state: JournalState): Move {
  const { effects } = state.authorised;
  const all = operationsOf(effects);
  const refused = all.find((one) => stateOf(state, one) === 'REFUSED');
  if (refused !== undefined) return afterRefusal(state, refused);
  const early = earlyPrepares(effects).filter((one) => isOpen(stateOf(state, one)));
  if (early.length > 0) return { move: 'prepare', calls: early.map(toCall) };
  const next = all.find((one) => isOpen(stateOf(state, one)));
  return next === undefined ? { move: 'succeed' } : { move: 'call', call: toCall(next) };
}

function afterRefusal(state: JournalState, refused: Located): Move {
  const { step, operation } = refused;
  const finding = state.operations.get(operationRef(step.id, operation.id))?.do.finding;
  const why = `${step.id}: ${finding?.message ?? 'the platform refused it'}`;
  if (state.authorised.effects['on-failure'] === 'stop') return { move: 'end', state: 'STOPPED', why };
  return { move: 'compensate', why };
}

function stateOf(state: JournalState, { step, operation }: Located): CallState['state'] {
  return state.operations.get(operationRef(step.id, operation.id))?.do.state ?? 'PENDING';
}

/** ABSENT: a look-up proved that the earlier attempt had no effect. */
function isOpen(state: CallState['state']): boolean {
  return state === 'PENDING' || state === 'ABSENT';
}

function toCall({ step, operation }: Located): CallRef {
  return { step: step.id, operation: operation.id, direction: 'do' };
}
