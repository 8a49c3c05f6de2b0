import type { Finding } from '../core/finding.ts';
import type { Receipt } from '../generated/types/receipt.ts';
import type { JournalState, OperationState } from '../journal/state.ts';

export type ExecutionStateName =
  | 'AUTHORISED' | 'WAITING' | 'CLAIMED' | 'SEALED' | 'COMPENSATED' | 'COMPENSATION-FAILED' | 'NEEDS-HUMAN' | 'REFUSED' | 'CANCELLED'; // prettier-ignore

/** One line of `run` and `status`: a contract for scripts (design.md, Commands). */
export interface ExecutionReport {
  readonly id: string;
  readonly executionId: string;
  readonly path: string;
  readonly state: ExecutionStateName;
  readonly steps: readonly StepReport[];
  /** Finished in an earlier run: this one sent nothing. */
  readonly finishedBefore?: true;
  readonly reason?: string;
  /** ISO instant of the next look, where one is known. */
  readonly until?: string;
  readonly findings?: readonly Finding[];
  /** Inert things, such as drafts, that stay behind on a platform or may have. */
  readonly orphans?: readonly string[];
  /** How the read-back compared, after success. */
  readonly verification?: readonly {
    readonly step: string;
    readonly verdict: string;
    readonly words: string;
  }[];
}

export interface StepReport {
  readonly id: string;
  readonly state: string;
  readonly operations: readonly { readonly id: string; readonly state: string; readonly receipt?: Receipt }[];
}

/** Finished, and some of it never went out: it was stopped half-way. */
export function isPartial({ state, steps }: Pick<ExecutionReport, 'state' | 'steps'>): boolean {
  const open = new Set(['PENDING', 'INTENT', 'REFUSED', 'UNKNOWN']);
  return state === 'SEALED' && steps.some((step) => open.has(step.state));
}

/** Steps with their operations' states and receipts. */
export function stepReports(state: JournalState): StepReport[] {
  return state.authorised.effects.steps.map((step) => {
    const operations = step.operations.map(({ id }) => {
      const known = state.operations.get(`${step.id}/${id}`);
      return { id, state: operationName(known), ...(known?.do.receipt && { receipt: known.do.receipt }) };
    });
    return { id: step.id, state: stepName(operations.map(({ state: name }) => name)), operations };
  });
}

function operationName(operation: OperationState | undefined): string {
  if (operation === undefined) return 'PENDING';
  const { undo } = operation;
  if (undo.state === 'DONE') return 'UNDONE';
  if (undo.state !== 'PENDING' && undo.state !== 'ABSENT') return undo.state;
  return operation.do.state === 'ABSENT' ? 'PENDING' : operation.do.state;
}

/** A step is as far as its operations are: the worst of them names it. */
function stepName(states: readonly string[]): string {
  const order = ['UNKNOWN', 'INTENT', 'REFUSED', 'UNDONE', 'NOTHING-TO-UNDO', 'PENDING', 'DONE'];
  if (states.includes('DONE') && states.includes('PENDING') && !states.some((one) => one === 'REFUSED'))
    return 'PENDING';
  return order.find((name) => states.includes(name)) ?? 'PENDING';
}

/** The name of the state as the commands print it. */
export function stateName(state: JournalState): ExecutionStateName {
  switch (state.phase) {
    case 'SUCCEEDED':
      return state.sealed === null ? 'CLAIMED' : 'SEALED';
    case 'ENDED':
      return endName(state);
    case 'COMPENSATING':
      return 'CLAIMED';
    default:
      return state.phase;
  }
}

function endName(state: JournalState): ExecutionStateName {
  const name = state.ended?.state;
  return name === undefined || name === 'SUCCEEDED' || name === 'STOPPED' ? 'SEALED' : name;
}

/** Why it stands where it stands, in words. */
export function reasonOf(state: JournalState): string | undefined {
  return state.ended?.why ?? state.question?.question ?? state.waiting?.words ?? state.compensating ?? undefined;
}
