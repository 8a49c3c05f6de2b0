import type { Log } from '../generated/types/log.ts';
import type { Rollback } from '../generated/types/rollback.ts';
import { standing } from './plan-facts.ts';
import { reduce } from './reduce.ts';
import { operationRef } from './state.ts';

/**
 * What is needed to undo a finished execution, taken from its sealed log: the steps as they were executed, and the
 * receipts of everything that still stands. Null where nothing does, and for a rollback: undoing is not undone.
 */
export function rollbackOf(log: Log): Rollback | null {
  const state = reduce(log.entries);
  if (state === null || state.authorised.effects['rolls-back'] !== undefined) return null;
  const done = standing(state).flatMap(({ step, operation }) => {
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
