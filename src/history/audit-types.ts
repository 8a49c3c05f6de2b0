import type { Finding } from '../core/finding.ts';
import type { JournalStore, VerifySignature, Witness } from '../core/journal-port.ts';
import type { RefNames } from '../journal/names.ts';

/** What an audit needs; the key comes from outside the repository, which is not its own root of trust. */
export interface AuditInput {
  readonly store: JournalStore;
  readonly names: RefNames;
  /** `live`, or `sandbox:` for all sandboxes. */
  readonly world: string;
  readonly repositoryId: string;
  readonly publicKey: string;
  readonly verify: VerifySignature;
  readonly witness: Witness | null;
  /** Log heads that approvals have seen: merge commit -> log commit. */
  readonly logHeads: ReadonlyMap<string, string>;
}

/** Where the first broken link is. */
export interface Broken {
  readonly ref: string;
  readonly commit: string;
  readonly code: string;
  readonly message: string;
}

/** Names the place of a broken link. */
export function brokenAt(ref: string, commit: string, problem: Finding): Broken {
  return { ref, commit, code: problem.code, message: problem.message };
}
