/** What doctor reads of a forge: the settings that the promise rests on. Part of the forge port. */
import type { Account } from './forge.ts';

/** One setting as doctor reads it. `unknown` is never "fine": the token may not see it, or the forge has no such thing. */
export type Setting<T> =
  | { readonly is: 'known'; readonly value: T }
  | { readonly is: 'absent' }
  | { readonly is: 'unknown'; readonly why: string };

/** A branch or ref pattern that somebody protected. */
export interface BranchRule {
  readonly name: string;
  /** Patterns of branch names, such as `main` or `mergecast/**`. */
  readonly branches: readonly string[];
  readonly active: boolean;
  readonly requiresPullRequest: boolean;
  readonly approvals: number;
  readonly dismissesStale: boolean;
  readonly requiresCodeOwners: boolean;
  readonly requiresLastPushApproval: boolean;
  readonly requiredChecks: readonly { readonly name: string; readonly app: number | null }[];
  readonly forbidsForcePush: boolean;
  readonly forbidsDeletion: boolean;
  /** Updates only by those who may bypass. */
  readonly restrictsUpdates: boolean;
  /** Who the rule does not bind, such as `role:5`, `app:1234`, `deploy-key`, `bot`; null where the token may not see it. */
  readonly bypass: readonly string[] | null;
}

export interface RepositorySettings {
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  readonly archived: boolean;
  /** Null where the token may not see it. */
  readonly autoMerge: boolean | null;
  readonly merges: { readonly merge: boolean; readonly squash: boolean; readonly rebase: boolean } | null;
}

export interface EnvironmentSettings {
  readonly name: string;
  /** Exactly these branch patterns; `protected` admits every protected branch, `all` any branch. */
  readonly branches: readonly string[] | 'protected' | 'all';
  readonly adminsCanBypass: boolean;
  readonly secrets: Setting<readonly string[]>;
}

export interface WorkflowSettings {
  readonly path: string;
  /** GitHub disables schedules of public repositories after 60 idle days. */
  readonly state: 'active' | 'disabled-inactivity' | 'disabled';
  readonly url: string;
}

export interface ActionsSettings {
  /** Default permissions of the automatic token. */
  readonly defaultToken: 'read' | 'write';
  /** The automatic token may create and approve pull requests. */
  readonly canApprovePullRequests: boolean;
}

/** Read-only view of the settings that the promise rests on. */
export interface ForgeSettings {
  repository(): Promise<Setting<RepositorySettings>>;
  rules(): Promise<Setting<readonly BranchRule[]>>;
  environments(): Promise<Setting<readonly EnvironmentSettings[]>>;
  /** Names of secrets that every workflow of the repository can read. */
  secrets(): Promise<Setting<readonly string[]>>;
  workflows(): Promise<Setting<readonly WorkflowSettings[]>>;
  actions(): Promise<Setting<ActionsSettings>>;
  /** Newest run of a workflow file, ISO 8601, or null where it never ran. */
  lastRun(workflow: string): Promise<Setting<string | null>>;
  /** Accounts with write access or more. */
  writers(): Promise<Setting<readonly Account[]>>;
  /** Deploy keys that may write, by title. */
  deployKeys(): Promise<Setting<readonly { readonly title: string; readonly writes: boolean }[]>>;
}
