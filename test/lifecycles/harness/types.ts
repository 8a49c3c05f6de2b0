import type { Fault, Role } from '../../fake-github/types.ts';

/** Files by path: in the folder of the execution, or from the root with a leading slash. */
type Files = Record<string, string>;

/** What somebody changes: whole files, one text in a file by another, files away or elsewhere. */
export interface Change {
  readonly files?: Files;
  readonly change?: Record<string, [string, string]>;
  readonly delete?: string[];
  readonly rename?: Record<string, string>;
  readonly message?: string;
  /** Login in the commit as author, where it is another than who pushes. */
  readonly author?: string;
}

/** Somebody opens a pull request. Left out: Dana proposes the post on the branch `spring`. */
export interface Propose extends Change {
  readonly by?: string;
  readonly what?: 'post' | 'newsletter' | 'ads' | 'chat' | 'nothing';
  readonly branch?: string;
  readonly folder?: string;
  /** Last two characters of the id, where there are several. */
  readonly id?: string;
  readonly title?: string;
  readonly base?: string;
  /** From the outsider's own copy of the repository. */
  readonly fork?: boolean;
  /** Who opens it, where it is another than who pushed. */
  readonly opens?: string;
  /** How many more like it, in one pull request. */
  readonly copies?: number;
  /** So many files beside it. */
  readonly notes?: number;
  /** Every manifest says something that nobody understands. */
  readonly bad?: boolean;
}

export interface Push extends Change {
  readonly by?: string;
  readonly branch?: string;
  readonly folder?: string;
  /** Merges another branch in first. */
  readonly merge?: string;
  /** Writes a proposal into the folder first. */
  readonly what?: Propose['what'];
  /** Leaves the newest commit out, by force. */
  readonly undo?: boolean;
}

export interface ReviewEvent {
  readonly by: string;
  readonly pull?: number;
  readonly says?: 'approve' | 'request-changes' | 'comment' | 'nothing-yet';
  readonly body?: string;
  readonly times?: number;
  /** Days before now. */
  readonly days?: number;
}

interface Outcome {
  /** Exit code; 0 where left out. */
  readonly exit?: number;
  /** Texts that people must find in comment, summary or log. */
  readonly says?: string[];
  readonly never?: string[];
  readonly 'requests-at-most'?: number;
}

export interface CheckEvent extends Outcome {
  readonly pull?: number;
  /** Number of our comments on the pull request afterwards. */
  readonly comments?: number;
  readonly conclusion?: 'success' | 'failure';
  /** Logins whose review is asked for. */
  readonly asked?: string[];
  /** Number of this run among all runs, where it began before others. */
  readonly run?: number;
  readonly input?: Record<string, string>;
  /** Annotations of the newest check run. */
  readonly annotations?: number;
}

export interface ExecuteEvent extends Outcome {
  readonly on?: 'push' | 'schedule' | 'workflow_dispatch';
  /** All that the audience noticed so far, as `platform operation`; what was undone ends with `(undone)`. */
  readonly effects?: string[];
  readonly 'open-issues'?: number;
  /** So many runs at the same time. */
  readonly runs?: number;
  readonly commit?: 'before-last';
  readonly input?: Record<string, string>;
}

export interface PersonChange {
  readonly login: string;
  readonly role?: Role;
  readonly rename?: string;
  readonly gone?: boolean;
  /** Makes a new account. */
  readonly id?: number;
  readonly bot?: boolean;
  readonly email?: string;
}

/** One event of a lifecycle; exactly one of these is there. */
export interface LifecycleEvent {
  readonly propose?: Propose | null;
  readonly push?: Push;
  readonly 'direct-push'?: Push;
  readonly review?: ReviewEvent;
  readonly dismiss?: {
    readonly of: string;
    readonly by: string;
    readonly pull?: number;
    readonly says?: 'approve' | 'request-changes';
  };
  /** A workflow of somebody's branch writes status, check run, label and comment that say that all is approved. */
  readonly forged?: { readonly pull?: number } | null;
  readonly merge?: {
    readonly by?: string;
    readonly pull?: number;
    readonly how?: 'merge' | 'squash' | 'rebase' | 'queue';
  } | null;
  readonly close?: { readonly pull: number };
  readonly retarget?: { readonly base: string; readonly pull?: number };
  readonly comment?: { readonly by: string; readonly body: string; readonly pull?: number };
  readonly 'delete-comments'?: Record<string, never> | null;
  readonly person?: PersonChange;
  readonly fault?: Fault;
  readonly 'sandbox-fault'?: {
    readonly platform: string;
    readonly operation: string;
    readonly kind: string;
    readonly times?: number;
  };
  /** So many people are on a list of the newsletter's platform. */
  readonly 'list-size'?: { readonly list: string; readonly count: number };
  readonly command?: { readonly words: string[]; readonly exit?: number };
  readonly check?: CheckEvent | null;
  readonly execute?: ExecuteEvent | null;
}

/** What `lifecycle.yaml` holds. */
export interface Lifecycle {
  /** What it shows, in one sentence. */
  readonly title: string;
  /** Cases of the reference that it covers. */
  readonly cases?: string[];
  /** Why it is left out for now. */
  readonly todo?: string;
  /** Texts replaced in the policy. */
  readonly policy?: Record<string, string>;
  readonly 'dismiss-stale'?: boolean;
  readonly events: LifecycleEvent[];
}
