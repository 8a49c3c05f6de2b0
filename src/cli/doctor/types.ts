import type { Finding, FindingCode } from '../../core/finding.ts';
import type {
  Account,
  ActionsSettings,
  BranchRule,
  EnvironmentSettings,
  ForgeKind,
  RepositorySettings,
  Setting,
  WorkflowSettings,
} from '../../core/forge.ts';
import type { Result } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import type { Page } from './pages.ts';

export type DoctorCode = Extract<FindingCode, `doctor/${string}`>;

/** `unknown` is never fine: it was not seen. */
export type LineState = 'ok' | 'red' | 'warn' | 'unknown';

/** One answer of doctor, for a person who never saw a settings page. */
export interface DoctorLine {
  readonly code: DoctorCode;
  readonly state: LineState;
  /** How it is. */
  readonly what: string;
  /** What breaks if it stays like this; where it is unknown, why it was not seen. */
  readonly why: string;
  /** What to click or to type; null where nothing has to be done. */
  readonly mend: string | null;
  /** Settings page in a browser. */
  readonly link: string | null;
}

/** What a question found: null where all is well. */
export type Verdict = null | Finding | { readonly unknown: string };

/** One question with its permanent code. */
export interface Question {
  readonly code: DoctorCode;
  /** Page of the forge on which it is mended. */
  readonly page?: Page;
  /** Forge on which alone it makes sense. */
  readonly on?: ForgeKind;
  /** How it is where all is well, as a sentence. */
  fine(facts: DoctorFacts): string;
  ask(facts: DoctorFacts): Verdict;
}

/** A workflow as it should be on the default branch, and as it is there; null where it is missing. */
export interface WorkflowFile {
  readonly path: string;
  readonly expected: string;
  readonly actual: string | null;
}

/** What this machine and the repository's own files tell. */
export interface LocalFacts {
  readonly node: string;
  /** Null where there is none. */
  readonly git: string | null;
  readonly defaultBranch: string;
  /** As it stands on the default branch. */
  readonly policy: Result<Policy>;
  /** Brands that cannot be used, with the first reason. */
  readonly brokenBrands: readonly { readonly brand: string; readonly why: string }[];
  /** Names of the secrets that connections use. */
  readonly secrets: readonly string[];
  readonly journal: JournalFacts;
  readonly workflows: readonly WorkflowFile[];
  /** Workflow files of the default branch that hold an executor of ours. */
  readonly executors: readonly string[];
  readonly owners: { readonly file: string; readonly text: string | null };
}

/** The live journal as far as this machine can read it. */
export interface JournalFacts {
  readonly begun: Setting<boolean>;
  readonly keyFolder: string;
  readonly hasKey: boolean;
  readonly control: Setting<{
    readonly base: string;
    readonly isDescended: boolean;
    readonly frozen: readonly string[];
  }>;
}

/** What the forge tells. */
export interface RemoteFacts {
  readonly kind: ForgeKind;
  /** The repository in a browser. */
  readonly url: string;
  /** `owner/name`. */
  readonly name: string;
  readonly repository: Setting<RepositorySettings>;
  readonly rules: Setting<readonly BranchRule[]>;
  readonly environments: Setting<readonly EnvironmentSettings[]>;
  readonly secrets: Setting<readonly string[]>;
  readonly workflows: Setting<readonly WorkflowSettings[]>;
  readonly actions: Setting<ActionsSettings>;
  /** Of the executor's workflow. */
  readonly lastRun: Setting<string | null>;
  readonly writers: Setting<readonly Account[]>;
  readonly deployKeys: Setting<readonly { readonly title: string; readonly writes: boolean }[]>;
}

export interface DoctorFacts {
  readonly now: Date;
  readonly local: LocalFacts;
  /** Null in plain git. */
  readonly remote: RemoteFacts | null;
}
