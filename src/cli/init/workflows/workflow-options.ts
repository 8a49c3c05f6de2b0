import type { ForgeKind } from '../../../core/forge.ts';

/** Where the actions that a workflow uses come from. */
export type ActionSource =
  /** Copied into the repository itself, in this folder: nothing is fetched from elsewhere. */
  | { readonly is: 'copied'; readonly folder: string }
  /** A repository at one commit; `version` is for people. */
  | { readonly is: 'pinned'; readonly repository: string; readonly commit: string; readonly version: string };

/** What the workflows of a repository depend on. */
export interface WorkflowOptions {
  readonly forge: ForgeKind;
  readonly defaultBranch: string;
  readonly actions: ActionSource;
  /** Names of the secrets that connections use; each is handed to the executing step by name. */
  readonly secrets: readonly string[];
  /** Environment that holds them, open to the default branch only. */
  readonly environment: string;
  /** Condition under which jobs of the executor exist, such as `github.repository == 'mergecast/mergecast'`. */
  readonly onlyIf?: string;
}

/** A repository on Gitea or Forgejo whose executions another repository carries out. */
export interface ControlOptions extends Omit<WorkflowOptions, 'forge' | 'environment'> {
  /** Address of the repository of the executions in a browser, such as `https://git.acme.example/acme/marketing`. */
  readonly executionsOf: string;
}
