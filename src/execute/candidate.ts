import type { ApprovalVerdict } from '../authorize/index.ts';
import type { Finding } from '../core/finding.ts';
import type { Amount, Plan } from '../generated/types/plan.ts';
import type { Policy } from '../generated/types/policy.ts';

/** An execution as the default branch has it now, planned. */
export interface Candidate {
  readonly folder: string;
  /** Git tree of the folder, to see later whether anything changed. */
  readonly folderId: string;
  readonly id: string;
  readonly generation: number;
  readonly executionId: string;
  /** Its identity in the live world, which approvals name. */
  readonly liveId: string;
  readonly brand: string;
  readonly campaign?: string;
  readonly plan: Plan;
  readonly policy: Policy;
  readonly policyHash: string;
  /** Commit of the default branch that was read. */
  readonly base: string;
  readonly ceiling: Amount | null;
  readonly timezone: string;
  readonly media: readonly { readonly sha256: string; readonly object: string }[];
  /** Reads and judges its approvals, afresh each time: with a forge that costs requests, so only when it matters. */
  readonly judge: () => Promise<ApprovalVerdict>;
}

/** A manifest on the default branch that cannot be a candidate, with everything that is wrong. */
export interface Broken {
  readonly folder: string;
  readonly id: string;
  readonly findings: readonly Finding[];
}

/** What the default branch says of an execution at a later look. A manifest that cannot be read is not gone. */
export type Reloaded =
  | { readonly is: 'found'; readonly candidate: Candidate }
  | { readonly is: 'broken'; readonly findings: readonly Finding[] }
  | { readonly is: 'gone' };
