/** Milliseconds; the sandbox is fast because its platforms are. */
export interface Timings {
  /** How long a claim holds without a new entry. */
  readonly lease: number;
  /** From the moment permission is read: no call leaves later. */
  readonly notAfter: number;
  /** Hard time-out of a call: nothing reaches a platform later than this after it was sent. */
  readonly callMaximum: number;
  /** How far two clocks may differ. */
  readonly skew: number;
}

export const liveTimings: Timings = { lease: 600_000, notAfter: 60_000, callMaximum: 60_000, skew: 30_000 };
export const sandboxTimings: Timings = { lease: 5_000, notAfter: 2_000, callMaximum: 2_000, skew: 0 };
