import type { BodyOf } from './entry.ts';
import type { Direction } from './state.ts';

/** A call that a move is about. */
export interface CallRef {
  readonly step: string;
  readonly operation: string;
  readonly direction: Direction;
}

/** The one thing to do next. Total: every state on the server has exactly one. */
export type Move =
  /** Nobody holds it: claim it, if it is due and permitted. `takeover`: the lease of another runner is over. */
  | { readonly move: 'claim'; readonly takeover: boolean }
  /** Somebody else works on it. */
  | { readonly move: 'leave'; readonly until: Date }
  /** Parked. */
  | { readonly move: 'wait'; readonly until: Date | null; readonly why: string }
  /** Inert prepares, in parallel, under one intent. */
  | { readonly move: 'prepare'; readonly calls: readonly CallRef[] }
  /** One call behind its own intent. */
  | { readonly move: 'call'; readonly call: CallRef }
  /** An intent without a result. `resend`: same key again. Not before the quiesce is over. */
  | {
      readonly move: 'settle';
      readonly call: CallRef;
      readonly how: 'resend' | 'probe' | 'ask';
      readonly notBefore: Date;
    }
  | { readonly move: 'compensate'; readonly why: string }
  | { readonly move: 'succeed' }
  | { readonly move: 'end'; readonly state: BodyOf<'ENDED'>['state']; readonly why: string }
  | { readonly move: 'verify' }
  | { readonly move: 'seal' }
  | { readonly move: 'ask'; readonly question: string }
  | { readonly move: 'finished' };
