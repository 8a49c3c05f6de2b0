import type { ApprovalEvidence, CandidateApproval } from '../core/approval.ts';
import type { Finding } from '../core/finding.ts';
import type { World } from '../core/identity.ts';
import type { Money } from '../core/money.ts';
import type { Plan } from '../generated/types/plan.ts';
import type { Policy } from '../generated/types/policy.ts';

export type { CandidateApproval } from '../core/approval.ts';

/** What one rule of the policy asks of one execution. */
export interface Requirement {
  /** Name of the rule, shown to people. */
  readonly rule: string;
  /** How many different people. */
  readonly count: number;
  /** Groups they must belong to; none: anyone but an author. */
  readonly from: readonly string[];
  /** Members of those groups; none: anyone but an author. */
  readonly people: readonly string[];
  /** Teams among them that could not be read. */
  readonly unreadable?: readonly string[];
  /** What one of those who meet it has to answer. */
  readonly questions?: readonly Question[];
  /** Whether the client's word is needed besides. */
  readonly client?: boolean;
}

/** A question of the policy that a person answers in the approving review. */
export interface Question {
  readonly id: string;
  readonly ask: string;
  /** Who may answer, where it is not whoever the rule asks to approve. */
  readonly people?: readonly string[];
}

/** An approval that counts. */
export interface CountedApproval {
  readonly who: string;
  readonly email: string;
  readonly trust: 'signed' | 'on-trust' | 'review';
  readonly at: string;
  readonly merge: string;
  readonly spend?: string;
  readonly overage?: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly client?: string;
  readonly review?: { readonly id: number; readonly url: string };
  readonly permission?: string;
  /** Names of the rules that it helps to meet. */
  readonly rules: readonly string[];
}

/** What is still needed, and who can give it. */
export interface MissingApproval {
  readonly rule: string;
  readonly whoCan: readonly string[];
  /** Their accounts (`github:583231`), where the policy names people. */
  readonly accounts?: readonly string[];
}

/** An approval that does not count; `why` says also what would make it count. */
export interface IgnoredApproval {
  readonly who: string;
  readonly merge: string;
  readonly why: string;
}

export interface ApprovalInput extends Omit<ApprovalEvidence, 'candidates' | 'authors'> {
  readonly plan: Plan;
  /** Of the base, never of the proposal. */
  readonly policy: Policy;
  readonly candidates: readonly CandidateApproval[];
  /** E-mail addresses and names of everyone who wrote what is reviewed. */
  readonly authors: readonly string[];
  /** When it would be claimed: decides the lifetime. */
  readonly now: Date;
  /** The real time, where `now` was chosen for a trial. */
  readonly clock?: Date;
  readonly world: World;
  /** What the brand may still spend; above it an approver must restate the amount. Null: no limit is known. */
  readonly ceiling?: Money | null;
  /** Where the brand sells, for steps that state no market. */
  readonly markets?: readonly string[];
}

export interface ApprovalVerdict {
  readonly approved: boolean;
  readonly counted: readonly CountedApproval[];
  readonly ignored: readonly IgnoredApproval[];
  readonly missing: readonly MissingApproval[];
  readonly findings: readonly Finding[];
}
