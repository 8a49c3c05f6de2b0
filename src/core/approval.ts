import type { Finding } from './finding.ts';
import type { Permission } from './forge.ts';

/** All that is known about the approvals of one execution, from plain git or from a forge, before it is judged. */
export interface ApprovalEvidence {
  readonly candidates: readonly CandidateApproval[];
  /** Everyone who wrote, committed, pushed or asked for what is approved: they never count. */
  readonly authors: readonly string[];
  /** What stands against every approval: a change request, or something that could not be read. Blocks. */
  readonly problems?: readonly Finding[];
  /** Accounts that said something in a review of some content, whatever they said: they need not be asked again. */
  readonly spoke?: readonly { readonly account: string; readonly digest: string }[];
  /** Addresses of commits that belong to nobody who is known: any approver who could be meant by them may be an author. */
  readonly unmatched?: readonly string[];
  /** Accounts in the teams that the policy names, by `org/slug`; a team that is missing could not be read. */
  readonly teams?: ReadonlyMap<string, readonly string[]>;
}

/** An approval that somebody made, before it is judged. */
export interface CandidateApproval {
  /** For people: principal of the key, or the name that was written. Decides nothing where there is an e-mail. */
  readonly who: string;
  /** Principal of the key where signed, else the committer's e-mail: what groups and persons are told apart by. */
  readonly email: string;
  /** Other names by which the same person acts here, such as the committer's e-mail. */
  readonly identities?: readonly string[];
  readonly trust: 'signed' | 'on-trust' | 'unknown-key' | 'bad-signature' | 'review';
  /** ISO 8601. */
  readonly at: string;
  /** Commit that holds it; for a review the commit that was looked at. */
  readonly merge: string;
  readonly digest: string;
  /** Amount restated by the approver. */
  readonly spend?: string;
  /** How far that lies above the limit, as the approver states it in a review. */
  readonly overage?: string;
  /** Answers to the questions of the policy, by id. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Who of the client agreed, how and when. */
  readonly client?: string;
  /** What the approver stated in several ways, so not at all, such as `Spend`. */
  readonly unclear?: readonly string[];
  /** Digests that the approver names. */
  readonly digests?: readonly string[];
  /** The review on the forge. */
  readonly review?: { readonly id: number; readonly url: string };
  /** What the giver may do in the repository now; asked only where it matters. */
  readonly permission?: Permission | 'unknown' | 'not-asked';
  /** Digest that a later approval of the same execution names: this one no longer stands. */
  readonly supersededBy?: string;
  /** Whatever makes it void whoever gave it. */
  readonly why?: string;
  /** What to do about it, where approving again is not the answer. */
  readonly remedy?: string;
}
