import type { Finding } from '../../core/finding.ts';
import type { Money } from '../../core/money.ts';
import type { Plan } from '../../generated/types/plan.ts';
import type { Policy } from '../../generated/types/policy.ts';

/** An execution as `check` sees it in one tree. */
export interface ReviewedExecution {
  readonly path: string;
  /** Live identity. */
  readonly executionId: string;
  readonly digest: string;
  readonly plan: Plan;
  /** What the brand may spend in a month. */
  readonly ceiling: Money | null;
  /** Where the brand sells. */
  readonly markets: readonly string[];
  readonly proposedBy?: string | undefined;
  /** Its own rules, where it is no execution but the answer to a question. */
  readonly policy?: Policy;
}

/** What `check` says about some executions of a tree. */
export interface ReviewedTree {
  readonly findings: readonly Finding[];
  readonly executions: readonly ReviewedExecution[];
}

/** Runs `check` on execution folders of a commit or tree; rules come from the base. */
export type Review = (tree: string, base: string, folders: readonly string[]) => Promise<ReviewedTree>;

/** Whether an identity has run already with other content: the block that `approve` must respect. Optional. */
export type LookUp = (execution: ReviewedExecution) => Promise<readonly Finding[]>;

/** What an approval made. */
export interface Approved {
  readonly merge: string;
  readonly approved: readonly { readonly path: string; readonly executionId: string; readonly digest: string }[];
  readonly trust: 'signed' | 'on-trust';
  /** To be said aloud. */
  readonly warnings: readonly Finding[];
  readonly branch: string;
  /** Default branch. */
  readonly base: string;
  /** At origin, else in this repository only. */
  readonly pushed: boolean;
}
