import type { Planner, ReviewedCommit } from '../authorize/reviews/index.ts';
import type { ApprovalEvidence } from '../core/approval.ts';
import type { Action, Connector } from '../core/contract.ts';
import type { World } from '../core/identity.ts';
import type { Result } from '../core/result.ts';
import type { Policy } from '../generated/types/policy.ts';
import type { JournalStore, Signer, VerifySignature, Witness } from '../core/journal-port.ts';
import type { Clock, Repository, Secrets, Transport } from '../core/ports.ts';
import type { Entry } from '../journal/entry.ts';
import type { DefaultBranch } from './discover.ts';
import type { RefNames } from '../journal/names.ts';
import type { Timings } from '../journal/timings.ts';

/** Connectors and actions by id, loaded when they are needed. */
export interface ActionRegistry extends Planner {
  connector(id: string): Promise<Connector | null>;
  action(uses: string): Promise<Action | null>;
}

/** A chain up to a commit. */
export interface VerifiedChain {
  readonly tip: string;
  readonly entries: readonly Entry[];
}

/** Everything that executing needs from outside; the only way to the world. */
export interface Engine {
  readonly world: World;
  /** Repository UUID. */
  readonly repositoryId: string;
  readonly repository: Repository;
  /** Which process this is, for people: host and process id. */
  readonly runner: string;
  readonly store: JournalStore;
  readonly names: RefNames;
  readonly signer: Signer;
  readonly verify: VerifySignature;
  readonly witness: Witness;
  readonly transport: Transport;
  readonly secrets: Secrets;
  readonly registry: ActionRegistry;
  readonly approvals: ApprovalSource;
  /** Who approved changes of what decides; absent where nobody can be asked, as in plain git. */
  readonly controlApprovals?: ControlApprovals;
  readonly timings: Timings;
  /** Real time: leases, deadlines, entries. */
  readonly clock: Clock;
  /** Decides due times, windows and lifetimes only; in the sandbox it may be set. */
  readonly dueNow: () => Date;
  readonly nonce: () => string;
  /** Crash points by name, in the sandbox only: `before-intent`, `after-intent`, `after-call`, `after-result`. */
  readonly reach: (step: string, operation: string, point: CrashPoint) => void;
  readonly progress: (line: string) => void;
  readonly toolVersion: string;
  /** Chains verified by this process, by ref, so that a second look reads only what is new. */
  readonly verified: Map<string, VerifiedChain>;
  /** The default branch as last read, and the base it was judged by. */
  readonly branch: { current: DefaultBranch | null; base: string };
  /** While one execution is driven: its brand, and the commit under whose policy it was approved. */
  readonly execution?: { readonly brand: string; readonly base: string };
}

/** Approvals as the forge (or plain git) tells them; judged by the evaluator, never here. */
export interface ApprovalSource {
  /** Asked afresh each time: a veto or a lost permission must be seen right before a call. */
  find(of: ApprovalQuestion): Promise<ApprovalEvidence>;
}

/** Approvals of changes of the control plane. */
export interface ControlApprovals {
  /** Who of the owners approved exactly this; else why nobody did. */
  find(of: ControlQuestion): Promise<Result<readonly string[]>>;
}

/** A commit of the default branch that changed what decides. */
export interface ControlQuestion {
  readonly commit: string;
  readonly paths: readonly string[];
  /** Groups that own the control plane, by the policy that was trusted before. */
  readonly owners: readonly string[];
  readonly policy: Policy;
}

/** Which execution's approvals are asked for. */
export interface ApprovalQuestion {
  /** Identity in the live world, which approvals name. */
  readonly liveId: string;
  /** ULID of the manifest. */
  readonly id: string;
  /** Commit of the default branch that is judged, and the one that was trusted last (empty: none). */
  readonly tip: string;
  readonly base: string;
  readonly proposedBy?: string;
  /** Where it is at `tip`. */
  readonly folder: string;
  /** Digest of what `tip` holds: what an approval has to be of. */
  readonly digest: string;
  /** Policy at `tip`. */
  readonly policy: Policy;
  /**
   * Digest of the same execution as a reviewer saw it: another commit, and what decided then. Null where that commit does
   * not have it, or its objects are not here: such an approval is of nothing.
   */
  readonly digestAt: (reviewed: ReviewedCommit) => Promise<string | null>;
}

export type CrashPoint = 'before-intent' | 'after-intent' | 'after-call' | 'after-result';
