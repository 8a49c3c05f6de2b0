import type { Account, ForgeKind, Permission, PullCommit, PullRequest, Review } from '../../core/forge.ts';
import type { Result } from '../../core/result.ts';

/** All that a forge says about who made and who approved a pull request. What could not be read stays a failure. */
export interface ReviewFacts {
  readonly forge: ForgeKind;
  readonly pull: PullRequest;
  /** Oldest first. */
  readonly commits: Result<readonly PullCommit[]>;
  /** Oldest first. */
  readonly reviews: Result<readonly Review[]>;
  /** Null where the forge cannot tell who pushed. */
  readonly pushers: Result<readonly Account[]> | null;
  /** By account number, for those whose weight depends on it. */
  readonly permissions: ReadonlyMap<number, Result<Permission>>;
  /** Members of the teams that the policy names, by `org/slug`. */
  readonly teams: ReadonlyMap<string, Result<readonly Account[]>>;
}
