import type { Finding } from '../generated/types/finding.ts';
import type { Receipt } from '../generated/types/receipt.ts';
import type { BodyOf } from './entry.ts';

export type Direction = 'do' | 'undo';

/** One call as its journal tells it. */
export interface CallState {
  readonly state: 'PENDING' | 'INTENT' | 'DONE' | 'REFUSED' | 'UNKNOWN' | 'ABSENT' | 'NOTHING-TO-UNDO';
  /** From the newest intent. */
  readonly intent?: CallIntent;
  readonly receipt?: Receipt;
  readonly adopted?: boolean;
  /** Why it was refused. With UNKNOWN: a repeat was refused, which proves nothing about the attempts before. */
  readonly finding?: Finding;
  readonly why?: string;
  /** First intent since the last proof that nothing happened, ISO instant: the age of its key. */
  readonly firstAt?: string;
  /** Intents so far. */
  readonly attempts?: number;
  /** Intents since then that were followed by another one, without a word on what became of them. */
  readonly doubts?: number;
}

export interface CallIntent {
  readonly key: string;
  readonly request: string;
  readonly notAfter: string;
  readonly at: string;
  readonly epoch: number;
  readonly before?: Readonly<Record<string, unknown>>;
}

/** An operation: the doing, and the undoing where it was begun. */
export interface OperationState {
  readonly step: string;
  readonly operation: string;
  readonly do: CallState;
  readonly undo: CallState;
}

/** What a person is asked, and the hash of the entry that asks: an answer settles this question and no later one. */
export type Question = BodyOf<'NEEDS-HUMAN'> & { readonly hash: string };

/** What the entries of one execution add up to. */
export interface JournalState {
  readonly authorised: BodyOf<'AUTHORISED'>;
  readonly authorisedAt: string;
  readonly phase: 'AUTHORISED' | 'CLAIMED' | 'WAITING' | 'COMPENSATING' | 'NEEDS-HUMAN' | 'SUCCEEDED' | 'ENDED';
  /** Epoch of the newest claim; 0 before the first. */
  readonly epoch: number;
  /** Who holds it, until when (ISO); null when nobody does. Every entry of the holder renews the lease. */
  readonly lease: { readonly runner: string; readonly until: string } | null;
  /** From when the lease runs, ISO. */
  readonly leaseFrom: string | null;
  readonly reservations: BodyOf<'CLAIMED'>['reservations'];
  readonly operations: ReadonlyMap<string, OperationState>;
  readonly compensating: string | null;
  readonly waiting: BodyOf<'WAITING'> | null;
  readonly question: Question | null;
  /** A person decided that it ends here, and why: nothing more is sent or undone. */
  readonly closed: string | null;
  readonly ended: BodyOf<'ENDED'> | null;
  /** Inert things that its success left behind, or may have. */
  readonly orphans: readonly string[];
  readonly verified: BodyOf<'VERIFIED'> | null;
  readonly sealed: BodyOf<'SEALED'> | null;
  readonly sequence: number;
  /** Hash of the newest entry. */
  readonly head: string;
}

/** The state while entries are added up. */
export type Mutable = { -readonly [K in keyof JournalState]: JournalState[K] } & {
  operations: Map<string, OperationState>;
};

/** Key of an operation in the state. */
export function operationRef(step: string, operation: string): string {
  return `${step}/${operation}`;
}
