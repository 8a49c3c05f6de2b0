import type { Finding } from './finding.ts';

/** All that is known about the approvals of one execution, from plain git or from a forge, before it is judged. */
export interface ApprovalEvidence {
  readonly candidates: readonly CandidateApproval[];
  /** Everyone who wrote, committed, pushed or asked for what is approved: they never count. */
  readonly authors: readonly string[];
  /** What stands against every approval: a change request, or something that could not be read. Blocks. */
  readonly problems?: readonly Finding[];
}

/** An approval that somebody made, before it is judged. */
export interface CandidateApproval {
  /** For people: principal of the key, or the name that was written. Decides nothing where there is an e-mail. */
  readonly who: string;
  /** Principal of the key where signed, else the committer's e-mail: what groups and persons are told apart by. */
  readonly email: string;
  /** Other names by which the same person acts here, such as the committer's e-mail. */
  readonly identities?: readonly string[];
  readonly trust: 'signed' | 'on-trust' | 'unknown-key' | 'bad-signature';
  /** ISO 8601. */
  readonly at: string;
  /** Commit that holds it. */
  readonly merge: string;
  readonly digest: string;
  /** Amount restated by the approver. */
  readonly spend?: string;
  /** Digest that a later approval of the same execution names: this one no longer stands. */
  readonly supersededBy?: string;
  /** Whatever makes it void whoever gave it. */
  readonly why?: string;
  /** What to do about it, where approving again is not the answer. */
  readonly remedy?: string;
}
