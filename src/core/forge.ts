/**
 * The forge as the product needs it: pull requests, reviews and what people see there. GitHub and Gitea/Forgejo are two
 * adapters of this port. Lists are complete or a failure: half a list of reviews would be half a decision.
 */
import type { ForgeSettings } from './forge-settings.ts';
import type { Result } from './result.ts';

export type * from './forge-settings.ts';
export type ForgeKind = 'github' | 'gitea';

/** Where forges differ in what they can do; callers ask this instead of the kind. */
export interface ForgeCapabilities {
  /** Check runs with annotations; else a commit status. */
  readonly checkRuns: boolean;
  /** Secrets can be kept from pull requests by an environment that admits one branch only. */
  readonly environments: boolean;
  /** The forge signs commits that it makes itself through its API. */
  readonly signedCommits: boolean;
  /** Who pushed to a branch is told for certain. Else `pushers` may leave people out (Gitea: who hides their activity, and pushes of the last moment). */
  readonly pushers: boolean;
  /** Rulesets can be read and imported as JSON; else branch protections. */
  readonly rulesets: boolean;
  /** Alerts and `details` render as on GitHub.com. */
  readonly mermaid: boolean;
}

/** A user account. Numbers are for keeps; names can be changed and taken over. */
export interface Account {
  /** Null where the forge deleted the user. Negative for the automatic user of Gitea. */
  readonly id: number | null;
  readonly login: string;
  /** `unknown` where the forge does not say (Gitea). */
  readonly kind: 'person' | 'bot' | 'unknown';
  /** Address that the forge shows, which proves nothing by itself. */
  readonly email?: string;
}

export interface PullRequest {
  readonly number: number;
  /** For people, in a browser. */
  readonly url: string;
  readonly title: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly isDraft: boolean;
  readonly author: Account;
  /** Branch it goes to, and that branch's commit when it was read or merged. */
  readonly base: { readonly branch: string; readonly commit: string };
  readonly head: { readonly branch: string; readonly commit: string };
  /** Comes from another repository: its workflow has no secrets and may not write. */
  readonly isFork: boolean;
  /** Commit that the merge left on the base branch (merge, squash, last of a rebase); null until merged. */
  readonly mergeCommit: string | null;
  /** Null until merged, and in lists of GitHub, which do not say it. */
  readonly mergedBy: Account | null;
  readonly mergedAt: string | null;
  readonly labels: readonly string[];
  /** Null in lists of GitHub, which do not say it; the commits also on Gitea. */
  readonly changedFiles: number | null;
  readonly commits: number | null;
  /** People (logins) and teams (`team:slug`) whose review has been requested and not yet given. */
  readonly requested: readonly string[];
  /** Numbers of the people among them. */
  readonly requestedAccounts: readonly number[];
}

/** A commit of a pull request with the accounts that the forge found for its addresses. */
export interface PullCommit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string; readonly account: Account | null };
  readonly committer: { readonly name: string; readonly email: string; readonly account: Account | null };
  readonly message: string;
}

/** One review object. Comments of the conversation are never reviews. */
export interface Review {
  readonly id: number;
  readonly url: string;
  /** Null: the account is deleted. */
  readonly account: Account | null;
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed' | 'pending';
  /** What it was before it was dismissed, where the forge still says so. */
  readonly dismissed?: 'approved' | 'changes-requested';
  /** Commit that the reviewer looked at. */
  readonly commit: string | null;
  readonly body: string;
  /** ISO 8601; null while pending. */
  readonly at: string | null;
}

export type Permission = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export interface Comment {
  readonly id: number;
  readonly url: string;
  readonly account: Account | null;
  readonly body: string;
  readonly createdAt: string;
}

/** What a check of a commit shows beside it. Summaries are Markdown; the adapter cuts nothing: `limits` says how long they may be. */
export interface CheckReportOnForge {
  readonly commit: string;
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'action-required' | 'neutral';
  /** One line, at most 140 characters. */
  readonly title: string;
  readonly summary: string;
  /** All of them; the adapter sends them in portions. */
  readonly annotations: readonly Annotation[];
  readonly url?: string;
}

export interface Annotation {
  readonly path: string;
  readonly line: number;
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly account: Account | null;
  readonly labels: readonly string[];
}

/** Longest texts that the forge takes. */
export interface ForgeLimits {
  readonly comment: number;
  readonly checkSummary: number;
  readonly statusDescription: number;
  readonly annotationsPerRequest: number;
  readonly stepSummary: number;
  /** More commits or files than this cannot be listed: unknown, so refused. */
  readonly commits: number;
  readonly files: number;
}

/** Whether a write landed; `forge/conflict`: somebody else was quicker, read again. */
export type Written<T> = Result<T>;

export interface Forge {
  readonly kind: ForgeKind;
  readonly capabilities: ForgeCapabilities;
  readonly limits: ForgeLimits;
  readonly repository: { readonly owner: string; readonly name: string; readonly url: string };
  /** Address of a file at a commit, in a browser, with the line where there is one. */
  linkTo(commit: string, file: string, line?: number): string;

  /** The account that this token writes as: by it our own comments are found again. */
  whoAmI(): Promise<Result<Account>>;
  pullRequest(number: number): Promise<Result<PullRequest | null>>;
  /**
   * Pull requests that a commit of the default branch came by; empty: it was pushed directly. Right after a merge the
   * forge may not know it yet: with `fresh` an empty answer is asked for again for some seconds.
   */
  pullRequestsOf(commit: string, options?: { readonly fresh?: boolean }): Promise<Result<readonly PullRequest[]>>;
  /** Open ones, newest first. */
  openPullRequests(): Promise<Result<readonly PullRequest[]>>;
  /** Oldest first. At `limits.commits` it is a failure: there may be more. */
  commits(number: number): Promise<Result<readonly PullCommit[]>>;
  /** Oldest first, all pages. */
  reviews(number: number): Promise<Result<readonly Review[]>>;
  /** Everyone who pushed to the branch of a pull request, where the forge tells; a fork's pushes are not seen. */
  pushers(branch: string): Promise<Result<readonly Account[]>>;
  permission(account: Account): Promise<Result<Permission>>;
  /** Members of a team `org/slug`. A team that cannot be read is a failure, never an empty team. */
  teamMembers(team: string): Promise<Result<readonly Account[]>>;

  /** Oldest first, all pages. */
  comments(number: number): Promise<Result<readonly Comment[]>>;
  createComment(number: number, body: string): Promise<Written<Comment>>;
  updateComment(id: number, body: string): Promise<Written<boolean>>;
  deleteComment(id: number): Promise<Written<boolean>>;
  /** A check run, or a status where the forge has none. */
  reportCheck(report: CheckReportOnForge): Promise<Written<{ readonly url: string | null }>>;
  /** Makes the labels of the pull request that begin with `prefix` be exactly these; creates missing ones. */
  setLabels(
    number: number,
    prefix: string,
    labels: readonly Label[],
    current?: readonly string[],
  ): Promise<Written<void>>;
  /** Asks people and teams (`team:slug`) for a review; whoever cannot be asked is returned with the reason. */
  requestReviews(number: number, logins: readonly string[]): Promise<Written<readonly NotAsked[]>>;
  /** Login of an account id, for review requests and links; null where there is none. */
  accountById(id: number): Promise<Result<Account | null>>;

  /** Open issues with a label. */
  issues(label: string): Promise<Result<readonly Issue[]>>;
  createIssue(issue: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly Label[];
  }): Promise<Written<Issue>>;
  updateIssue(
    number: number,
    change: { readonly body?: string; readonly state?: 'open' | 'closed' },
  ): Promise<Written<void>>;
  /** Opens a pull request from a branch that has been pushed; an open one of the same branch is returned instead. */
  createPullRequest(pull: {
    readonly title: string;
    readonly body: string;
    readonly head: string;
    readonly base: string;
    readonly labels?: readonly Label[];
  }): Promise<Written<PullRequest>>;
  /**
   * One commit with some files on a branch whose tip is `expected`, signed by the forge where it can. `null` where the
   * forge cannot do it: push with git then. Lost races are `forge/conflict`.
   */
  commitFiles(commit: {
    readonly branch: string;
    readonly expected: string;
    readonly message: string;
    readonly files: readonly { readonly path: string; readonly text: string }[];
  }): Promise<Written<string> | null>;
  readonly settings: ForgeSettings;
  /** Requests made so far, for the figures. */
  readonly requests: number;
}

/** Somebody whose review could not be requested. */
export interface NotAsked {
  /** As it was given: a login or `team:slug`. */
  readonly login: string;
  /** The forge's reason, one line of text from outside. */
  readonly why: string;
}

export interface Label {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
}

/** Where a forge is and who asks. The token is read late and is never part of a message. */
export interface ForgeAddress {
  readonly kind: ForgeKind;
  /** API root, such as `https://api.github.com` or `https://git.acme.example/api/v1`. */
  readonly api: string;
  readonly owner: string;
  readonly name: string;
}
