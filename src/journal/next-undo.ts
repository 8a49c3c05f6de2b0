import type { Move } from './move.ts';
import { operationsOf, type Located } from './plan-facts.ts';
import { operationRef, type JournalState, type OperationState } from './state.ts';

/** Backwards: what was done is undone, last first; one undo that is refused does not stop the others. */
export function nextUndo(state: JournalState): Move {
  const isRollback = state.authorised.effects['rolls-back'] !== undefined;
  // People who ask for a rollback know what was sent; a failure does not.
  const kept = isRollback ? new Set<string>() : neededByIrreversible(state);
  const done = operationsOf(state.authorised.effects)
    .toReversed()
    .filter((one) => callOf(state, one)?.do.state === 'DONE' && !kept.has(one.step.id));
  const next = done.find((one) => one.operation.undo.length > 0 && isOpen(callOf(state, one)));
  if (next !== undefined)
    return { move: 'call', call: { step: next.step.id, operation: next.operation.id, direction: 'undo' } };
  const failed = done.filter((one) => callOf(state, one)?.undo.state === 'REFUSED');
  const why = state.compensating ?? 'a step failed';
  if (failed.length > 0)
    return { move: 'end', state: 'COMPENSATION-FAILED', why: `${why}; not undone: ${names(failed)}` };
  const stays = operationsOf(state.authorised.effects).filter(
    (one) =>
      callOf(state, one)?.do.state === 'DONE' &&
      one.operation.effect !== 'inert' &&
      (kept.has(one.step.id) || one.operation.undo.length === 0),
  );
  return {
    move: 'end',
    state: isRollback ? 'SUCCEEDED' : 'COMPENSATED',
    why: stays.length === 0 ? why : `${why}; stays: ${names(stays)}`,
  };
}

/**
 * A mail that went out links to the post it announced: unpublishing the post would do more harm than the failure did.
 * So whatever a step needs that cannot be undone stays.
 */
function neededByIrreversible(state: JournalState): ReadonlySet<string> {
  const { steps } = state.authorised.effects;
  const kept = new Set<string>();
  const keep = (id: string): void => {
    if (kept.has(id)) return;
    kept.add(id);
    for (const needed of steps.find((step) => step.id === id)?.needs ?? []) keep(needed);
  };
  for (const one of operationsOf(state.authorised.effects)) {
    const isOut = one.operation.phase === 'activate' && callOf(state, one)?.do.state === 'DONE';
    if (isOut && one.step.reversibility === 'none') keep(one.step.id);
  }
  return kept;
}

function callOf(state: JournalState, { step, operation }: Located): OperationState | undefined {
  return state.operations.get(operationRef(step.id, operation.id));
}

function isOpen(operation: OperationState | undefined): boolean {
  return operation?.undo.state === 'PENDING' || operation?.undo.state === 'ABSENT';
}

function names(operations: readonly Located[]): string {
  return [...new Set(operations.map(({ step }) => step.id))].join(', ');
}
