import type { Finding } from '../../core/finding.ts';

/** What whoever shows the checklist knows besides; all of it may be missing. */
export interface ChecklistOptions {
  /** Address of a file of the checked commit, for links. */
  readonly linkTo?: (file: string, line: number | undefined) => string;
  /** Address of what people will see. */
  readonly previewOf?: (path: string) => string;
  /** Commit that was checked. */
  readonly head?: string;
  /** Counts the versions of a comment; part of its marker. */
  readonly round?: number;
}

/** Blocked; held up by another execution that is; waiting for approvals; ready; or finished before. */
export type Stand = 'blocked' | 'held' | 'waiting' | 'ready' | 'done';

/**
 * One execution in words, in the order in which people need them. All texts are plain and may hold whatever somebody
 * wrote: whoever renders them makes them inert.
 */
export interface ExecutionView {
  readonly stand: Stand;
  readonly headline: string;
  readonly path: string;
  readonly summary: string | null;
  readonly brand: string | null;
  readonly when: WhenView;
  readonly caution: { readonly what: string; readonly who: string } | null;
  readonly steps: readonly StepView[];
  readonly cost: { readonly amount: string | null; readonly month: string | null } | null;
  readonly risk: { readonly level: string; readonly reasons: readonly string[] } | null;
  readonly author: string | null;
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly suggestions: readonly Finding[];
  readonly approvals: readonly ApprovalLine[];
  readonly previews: readonly { readonly title: string; readonly text: string }[];
  readonly scores: readonly string[];
  readonly passed: number;
  readonly failures: readonly string[];
  readonly digest: string | null;
}

/** What Merge does, and the moment: `before`, the moment itself where there is one, `after`. */
export interface WhenView {
  readonly before: string;
  readonly moment: string;
  readonly after: string;
}

/** One line of what goes out. */
export interface StepView {
  readonly title: string;
  readonly words: string;
  readonly undo: string;
  readonly isFinal: boolean;
  readonly hasProblem: boolean;
}

/** One approval: given, missing, or without weight. */
export interface ApprovalLine {
  readonly is: 'missing' | 'counted' | 'ignored';
  readonly who: string;
  readonly words: string;
}
