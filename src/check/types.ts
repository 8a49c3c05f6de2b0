import type { Finding } from '../core/finding.ts';
import type { Money } from '../core/money.ts';
import type { Tree } from '../core/ports.ts';
import type { Registry } from '../core/registry.ts';
import type { Result } from '../core/result.ts';
import type { Rule } from '../core/rule.ts';
import type { Scorer, TextKind } from '../core/scorer.ts';
import type { Action } from '../core/contract.ts';
import type { Explanation, Plan } from '../generated/types/plan.ts';
import type { LoadedBrand, LoadedExecution, LoadedPolicy } from '../load/types.ts';

/** What steps can use, and what they are held against; the generated registry has this shape. */
export interface CheckRegistry extends Registry {
  readonly rules: Readonly<Record<string, () => Promise<Rule>>>;
  readonly scorers: Readonly<Record<string, () => Promise<Scorer>>>;
}

/** What every gate looks at: one execution with its plan, and what decides about it. */
export interface GateContext {
  readonly execution: LoadedExecution;
  readonly plan: Plan;
  /** By step id. */
  readonly actions: ReadonlyMap<string, Action>;
  /** As on the base, with evidence that the proposal adds. */
  readonly brand: LoadedBrand;
  /** Ids of evidence that the proposal adds, and of evidence whose change does not count yet. */
  readonly newEvidence: ReadonlySet<string>;
  readonly changedEvidence: ReadonlySet<string>;
  readonly policy: LoadedPolicy;
  readonly now: Date;
  /** False where the execution is on the base already, exactly like this. */
  readonly isChanged: boolean;
  /** Spend that other executions of the month have reserved. */
  readonly reserved: readonly Money[];
  /** How this identity ran, where it did. */
  readonly ran: RanBefore | null;
}

/** What a sealed log says of an identity. */
export interface RanBefore {
  readonly digest: string;
  readonly brand: string;
  /** The folder is byte for byte the one that ran: whatever changed around it since, it is finished. */
  readonly isSameFolder: boolean;
}

/** One question; an empty answer is a pass. Pure. */
export type Gate = (context: GateContext) => readonly Finding[] | Promise<readonly Finding[]>;

/** Scores of one text of an execution. */
export interface TextScore {
  readonly step: string;
  readonly kind: TextKind;
  readonly file?: string;
  readonly scores: Scores;
  readonly details: readonly ScoreDetail[];
}

/** What the scores are held against. */
export interface Measure {
  /** By step id. */
  readonly actions: ReadonlyMap<string, Action>;
  readonly policy: LoadedPolicy;
  readonly brand: LoadedBrand;
}

/** Each a number, or null where nothing can be said. */
export interface Scores {
  readonly formality: number | null;
  readonly energy: number | null;
  readonly humor: number | null;
  readonly authority: number | null;
  readonly readability: { readonly grade: number; readonly ease: number } | null;
  readonly clickbait: number | null;
  readonly spam: number | null;
  readonly quality: number | null;
}

/** What a score rests on. */
export interface ScoreDetail {
  readonly scorer: string;
  readonly rubric: string;
  readonly evidence: readonly string[];
  readonly improve: readonly string[];
  /** Why there is no value. */
  readonly why?: string;
}

/** Approvals as check shows them; missing ones never block here. */
export interface ApprovalsView {
  readonly counted: readonly {
    readonly who: string;
    readonly trust: string;
    readonly at?: string;
    /** What the approver stated besides, as it was understood, such as `Spend: 12500.00 EUR`; and what casts a doubt. */
    readonly said?: readonly string[];
  }[];
  readonly ignored: readonly { readonly who: string; readonly why: string }[];
  readonly missing: readonly {
    readonly rule: string;
    readonly whoCan: readonly string[];
    /** Where no approval by anybody mends it, `rule` is a whole sentence and this is what to do. */
    readonly hint?: string;
    /** Accounts to ask for it: who can give it and has not spoken about exactly this yet. */
    readonly ask?: readonly string[];
  }[];
}

/** One execution after all gates. Fields of the plan are null where it could not be planned. */
export interface CheckedExecution {
  readonly path: string;
  readonly id: string | null;
  readonly generation: number | null;
  /** In the live world. */
  readonly executionId: string | null;
  readonly digest: string | null;
  readonly risk: Explanation['risk'] | null;
  readonly cost: readonly Money[];
  readonly audience: number | null;
  readonly reversibility: Explanation['reversibility'] | null;
  readonly scores: readonly TextScore[];
  readonly findings: readonly Finding[];
  readonly approvals: ApprovalsView;
  readonly plan: Plan | null;
  readonly brand: LoadedBrand | null;
  readonly proposedBy?: string;
  /** Gates and rules that found nothing. */
  readonly passed: number;
  /** What other executions of the month have reserved, where that is known. */
  readonly reserved?: readonly Money[];
  /** True where exactly this has run and is finished: nothing of it is judged again. */
  readonly finished?: boolean;
}

export interface CheckReport {
  readonly version: 1;
  readonly verdict: 'pass' | 'block';
  readonly executions: readonly CheckedExecution[];
  /** About the repository rather than one execution. */
  readonly findings: readonly Finding[];
  /** What a reader must know about how this was checked. */
  readonly notes: readonly string[];
  readonly checkedAt: Date;
}

export interface CheckInput {
  /** What is proposed: a commit or the work tree. */
  readonly tree: Tree;
  /** What decides: policy and brands are read here. */
  readonly control: Tree;
  /** Folders of the executions to check. */
  readonly folders: readonly string[];
  /** Finds folders, checked or not, whose manifest names one of these ids; else only `folders` are compared. */
  readonly foldersNaming?: (ids: readonly string[]) => Promise<readonly string[]>;
  /** Whether a folder differs from the base; else all do. */
  readonly isChanged?: (folder: string) => boolean;
  /** Paths that differ from the base, to find control plane that is changed together with executions. */
  readonly changedPaths?: readonly string[];
  readonly registry: CheckRegistry;
  readonly now: Date;
  /** What the journal knows; without it nothing is looked up. */
  readonly memory?: Memory;
  /** Judges the approvals; without it the view is empty. */
  readonly approvalsOf?: (judged: JudgedExecution) => Promise<ApprovalsView>;
  readonly notes?: readonly string[];
}

/** The shared memory as check reads it: what ran, and what is reserved. Failures block: unknown is never a pass. */
export interface Memory {
  ran(identity: {
    readonly brand: string;
    readonly id: string;
    readonly generation: number;
    readonly folder: string;
  }): Promise<Result<RanBefore | null>>;
  /** What other executions have reserved in the months in which this one spends. */
  reserved(plan: Plan, executionId: string): Promise<Result<readonly Money[]>>;
}

/** What approvals are judged by. */
export interface JudgedExecution {
  readonly plan: Plan;
  /** In the live world. */
  readonly executionId: string;
  readonly brand: LoadedBrand;
  readonly policy: LoadedPolicy;
  readonly proposedBy?: string;
}
