import type { Log } from '../generated/types/log.ts';
import type { Rollback } from '../generated/types/rollback.ts';
import { standing, type Located } from './plan-facts.ts';
import { reduce } from './reduce.ts';
import { operationRef } from './state.ts';

/**
 * What is needed to undo a finished execution, taken from its sealed log: the steps as they were executed, and the
 * receipts of everything that still stands. Null where nothing does, and for a rollback: undoing is not undone.
 */
export function rollbackOf(log: Log): Rollback | null {
  const state = reduce(log.entries);
  if (state === null || state.authorised.effects['rolls-back'] !== undefined) return null;
  const out = sentForGood(standing(state));
  const undoable = standing(state).filter(({ step }) => !out.has(step.id));
  const done = undoable.flatMap(({ step, operation }) => {
    const call = state.operations.get(operationRef(step.id, operation.id))?.do;
    if (call?.receipt === undefined) return [];
    const before = call.intent?.before;
    return [
      { step: step.id, operation: operation.id, receipt: call.receipt, ...(before && { before: { ...before } }) },
    ];
  });
  const touched = new Set(done.map(({ step }) => step));
  const steps = state.authorised.effects.steps.filter(({ id }) => touched.has(id));
  const canUndo = steps.some(({ operations }) => operations.some(({ undo }) => undo.length > 0));
  if (!canUndo) return null;
  return { version: 1, 'rolls-back': { execution: log.executionId, digest: log.digest, done }, steps };
}

/** Steps that cannot be taken back: deleting the draft of a mail that was sent would only destroy its record. */
function sentForGood(standingOperations: readonly Located[]): ReadonlySet<string> {
  const out = standingOperations.filter(
    ({ step, operation }) => step.reversibility === 'none' && operation.phase === 'activate',
  );
  return new Set(out.map(({ step }) => step.id));
}

/** Steps of a finished execution that a rollback leaves as they are, because they cannot be taken back. */
export function staysAfterRollback(log: Log): readonly string[] {
  const state = reduce(log.entries);
  return state === null ? [] : [...sentForGood(standing(state))];
}
