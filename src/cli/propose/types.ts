import type { Finding } from '../../core/finding.ts';

/** What is proposed, and where it goes. */
export interface Proposal {
  /** Folder of the execution. */
  readonly folder: string;
  readonly brand: string;
  readonly branch: string;
  /** Everything that the commit takes from the work tree: the folder, and new evidence. */
  readonly paths: readonly string[];
}

/** Tip of the default branch. */
export interface Base {
  readonly name: string;
  readonly commit: string;
  /** There is an origin to push to. */
  readonly hasOrigin: boolean;
}

/** What `check` says about the proposal. */
export interface Verdict {
  readonly verdict: 'pass' | 'block';
  readonly findings: readonly Finding[];
}

/** What `propose` made. */
export interface Proposed extends Verdict {
  readonly folder: string;
  readonly branch: string;
  readonly commit: string;
  /** False where there is no origin. */
  readonly pushed: boolean;
  /** True where the branch held exactly this before. */
  readonly isKnown: boolean;
  /** Page on which the pull request is opened. */
  readonly url: string | null;
  /** Default branch, for the words about what comes next. */
  readonly base: string;
}
