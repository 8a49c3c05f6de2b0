import type { Log } from '../generated/types/log.ts';
import type { Continues, Step } from '../generated/types/plan.ts';
import { continuationOf, fateOf, type NotContinued } from '../journal/continuation-of.ts';
import { reduce } from '../journal/reduce.ts';
import { operationRef, type JournalState } from '../journal/state.ts';

/** What became of one step of an ended execution, for people. */
export interface StepFate {
  readonly step: string;
  readonly uses: string;
  readonly fate: 'done' | 'undone' | 'refused' | 'not-started' | 'in-doubt';
  /** Public address or the platform's own id, where it is known. */
  readonly where?: string;
  /** Why it was refused, or why its undo was. */
  readonly why?: string;
  /** It stands although it was to be undone. */
  readonly undoRefused?: true;
}

/** An ended execution, and what remains of it. */
export interface FollowUp {
  readonly executionId: string;
  readonly id: string;
  readonly generation: number;
  readonly brand: string;
  readonly path: string;
  /** How it ended: COMPENSATED, COMPENSATION-FAILED or STOPPED. */
  readonly state: string;
  /** Why it ended. */
  readonly why: string;
  /** Commit that holds what was approved. */
  readonly base: string;
  readonly steps: readonly StepFate[];
  /** Inert things, such as drafts, that stay behind on a platform or may have. */
  readonly orphans: readonly string[];
  readonly continuation: { readonly is: 'yes'; readonly continues: Continues } | NotContinued;
}

/** Tells from a sealed log what was done, what was undone, what failed, and what can be carried out still. Pure. */
export function followUpOf(log: Log): FollowUp {
  const state = reduce(log.entries);
  if (state === null) throw new Error(`the log of ${log.executionId} does not begin with an approval`);
  const { executionId, id, generation, brand, path } = log;
  return {
    executionId,
    id,
    generation,
    brand,
    path,
    state: log.state,
    why: state.ended?.why ?? '',
    base: state.authorised.base,
    steps: state.authorised.effects.steps.map((step) => fateOfStep(state, step)),
    orphans: state.orphans,
    continuation: continuationOf(log),
  };
}

function fateOfStep(state: JournalState, step: Step): StepFate {
  const { id, uses } = step;
  const operations = step.operations.map((one) => state.operations.get(operationRef(id, one.id)));
  const activate = step.operations.find(({ phase }) => phase === 'activate');
  const receipt = state.operations.get(operationRef(id, activate?.id ?? ''))?.do.receipt;
  const where = receipt?.url ?? receipt?.id;
  const undoRefused = operations.some((one) => one?.undo.state === 'REFUSED');
  const refusal = operations.flatMap((one) => one?.undo.finding ?? one?.do.finding ?? [])[0];
  return {
    step: id,
    uses,
    fate: fateOf(state, step),
    ...(where !== undefined && { where }),
    ...(refusal && { why: refusal.message }),
    ...(undoRefused && { undoRefused: true as const }),
  };
}
