import type { Continues, Step } from '../generated/types/plan.ts';
import type { Log } from '../generated/types/log.ts';
import { reduce } from './reduce.ts';
import { operationRef, type JournalState, type OperationState } from './state.ts';

type Done = Continues['done'][number];
type Remaining = Continues['remaining'][number];

/** Why nothing can be continued. */
export type NotContinued =
  /** Everything is done, or it was a rollback. */
  | { readonly is: 'nothing' }
  /** It is not known of these steps whether they happened. */
  | { readonly is: 'in-doubt'; readonly steps: readonly string[] };

/**
 * What is needed to carry out the remainder of an ended execution, taken from its sealed log: the steps that are done
 * and stand, with what the platforms answered, and those that were never done, were refused or were undone again.
 */
export function continuationOf(log: Log): { readonly is: 'yes'; readonly continues: Continues } | NotContinued {
  const state = reduce(log.entries);
  if (state === null || state.authorised.effects['rolls-back'] !== undefined) return { is: 'nothing' };
  const { steps, continues: earlier } = state.authorised.effects;
  const fates = steps.map((step) => ({ step, fate: fateOf(state, step) }));
  const doubtful = fates.filter(({ fate }) => fate === 'in-doubt').map(({ step }) => step.id);
  if (doubtful.length > 0) return { is: 'in-doubt', steps: doubtful };
  const remaining = fates.flatMap(({ step: { id, uses }, fate }): Remaining[] =>
    fate === 'done' || fate === 'in-doubt' ? [] : [{ step: id, uses, was: fate }],
  );
  if (remaining.length === 0) return { is: 'nothing' };
  const done = fates.filter(({ fate }) => fate === 'done').map(({ step }) => doneStep(state, step));
  const { executionId: execution, id, generation, digest } = log;
  return {
    is: 'yes',
    continues: { execution, id, generation, digest, done: [...(earlier?.done ?? []), ...done], remaining },
  };
}

/** What became of a step: its activation is what counts; a draft reaches nobody. */
export function fateOf(state: JournalState, step: Step): Remaining['was'] | 'done' | 'in-doubt' {
  const operations = step.operations.map(({ id }) => state.operations.get(operationRef(step.id, id)));
  if (operations.some(isDoubtful)) return 'in-doubt';
  const activate = step.operations.find(({ phase }) => phase === 'activate');
  const known = state.operations.get(operationRef(step.id, activate?.id ?? ''));
  if (known?.do.state === 'DONE')
    return known.undo.state === 'DONE' || known.undo.state === 'NOTHING-TO-UNDO' ? 'undone' : 'done';
  return operations.some((one) => one?.do.state === 'REFUSED') ? 'refused' : 'not-started';
}

function isDoubtful(operation: OperationState | undefined): boolean {
  return [operation?.do.state, operation?.undo.state].some((one) => one === 'INTENT' || one === 'UNKNOWN');
}

function doneStep(state: JournalState, { id, uses, outputs, operations }: Step): Done {
  const receipts = operations.flatMap(({ id: operation }) => {
    const receipt = state.operations.get(operationRef(id, operation))?.do.receipt;
    return receipt === undefined ? [] : [{ operation, receipt }];
  });
  return { step: id, uses, outputs, receipts };
}
