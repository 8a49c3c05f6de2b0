import type { Operation, Step } from '../generated/types/plan.ts';
import type { BodyOf } from './entry.ts';
import { operationRef, type JournalState } from './state.ts';

/** An operation with its step. */
export interface Located {
  readonly step: Step;
  readonly operation: Operation;
}

type Effects = BodyOf<'AUTHORISED'>['effects'];

/** All operations in the order in which they run: steps as planned, prepares before their activate. */
export function operationsOf(effects: Effects): Located[] {
  return effects.steps.flatMap((step) => step.operations.map((operation) => ({ step, operation })));
}

/** The operation that a ref names; throws for a ref that is not of this plan. */
export function locate(effects: Effects, step: string, operation: string): Located {
  const found = operationsOf(effects).find((one) => one.step.id === step && one.operation.id === operation);
  if (found === undefined) throw new Error(`no operation ${step}/${operation} in the plan`);
  return found;
}

/** Whether a request needs a value that exists only after another step went live. */
export function needsLiveOutput({ step, operation }: Located): boolean {
  if (JSON.stringify(operation.request).includes('"from":"step"')) return true;
  return operation.needs.some((id) => {
    const needed = step.operations.find((one) => one.id === id);
    return needed !== undefined && needsLiveOutput({ step, operation: needed });
  });
}

/** Prepares that can run before anything is live, all at once. */
export function earlyPrepares(effects: Effects): Located[] {
  return operationsOf(effects).filter((one) => one.operation.phase === 'prepare' && !needsLiveOutput(one));
}

/** Done operations whose effect still stands, newest last. */
export function standing(state: JournalState): Located[] {
  return operationsOf(state.authorised.effects).filter(({ step, operation }) => {
    const known = state.operations.get(operationRef(step.id, operation.id));
    return known?.do.state === 'DONE' && known.undo.state !== 'DONE' && known.undo.state !== 'NOTHING-TO-UNDO';
  });
}
