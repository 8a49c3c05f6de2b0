import type { Reference } from '../core/contract.ts';
import type { Finding, Place } from '../core/finding.ts';
import type { SchemaProblem } from '../core/validator.ts';
import type { Connection as ConnectionEntry } from '../generated/types/connections.ts';
import type { Continuation } from '../generated/types/continuation.ts';
import type { Evidence } from '../generated/types/evidence.ts';
import type { Manifest } from '../generated/types/manifest.ts';
import type { Amount } from '../generated/types/plan.ts';
import type { Policy } from '../generated/types/policy.ts';
import type { Profile } from '../generated/types/profile.ts';
import type { Rollback } from '../generated/types/rollback.ts';

export type { Connection as ConnectionEntry } from '../generated/types/connections.ts';
export type { SchemaProblem } from '../core/validator.ts';

/** Knows where each value stands in its file. */
export interface Located {
  /** JSON pointer -> file, line and column; for a pointer that names nothing, the nearest place above it. */
  place(pointer: string): Place;
}

/** `mergecast.yaml`. */
export interface LoadedPolicy extends Located {
  readonly policy: Policy;
  /** Lower hex SHA-256 of the normalised text. */
  readonly sha256: string;
  readonly file: string;
}

/** A folder under `brands/`. */
export interface LoadedBrand {
  readonly slug: string;
  readonly profile: Profile;
  profilePlace(pointer: string): Place;
  readonly connections: Readonly<Record<string, ConnectionEntry>>;
  connectionPlace(name: string, pointer?: string): Place;
  /** Upper end of `goals.budget_range`, in minor units per month; null where the brand states none. */
  readonly ceiling: Amount | null;
  /** By file name without ending. */
  readonly evidence: ReadonlyMap<string, { readonly evidence: Evidence; readonly file: string }>;
  /** File names without ending. */
  readonly campaigns: ReadonlySet<string>;
  /** Everything read, as paths in the repository. */
  readonly closure: readonly string[];
  /** Warnings. */
  readonly findings: readonly Finding[];
}

/** One step, with what its input refers to in place of the paths. */
export interface LoadedStep {
  readonly id: string;
  readonly uses: string;
  readonly connection: string;
  readonly needs: readonly string[];
  /** `with`; paths have become Content, Media or data. */
  readonly input: unknown;
}

/** A file that is sent as it is. */
export interface LoadedMedia {
  readonly sha256: string;
  readonly bytes: number;
  /** MIME type, from the content. */
  readonly type: string;
  /** Path in the repository. */
  readonly path: string;
  /** Git blob id, when loaded from a commit. */
  readonly object?: string;
}

/** A folder with an `execution.yaml`. */
export interface LoadedExecution extends Located {
  readonly folder: string;
  readonly file: string;
  readonly manifest: Manifest;
  readonly steps: readonly LoadedStep[];
  readonly media: readonly LoadedMedia[];
  /** `rollback.json` beside a manifest with `rolls-back`: what the sealed log says was done. */
  readonly rollback?: Rollback;
  /** `continues.json` beside a manifest with `continues`: what the sealed log says is done, and what remains. */
  readonly continuation?: Continuation;
  /** Everything read, as paths in the repository. */
  readonly closure: readonly string[];
  /** Files in the execution's folder, by path relative to it, whether the manifest refers to them or not. */
  readonly localFiles: readonly string[];
  /** Warnings. */
  readonly findings: readonly Finding[];
}

/** What the loader must know of an action. */
export interface ActionFacts {
  readonly references: readonly Reference[];
  validate(input: unknown): readonly SchemaProblem[];
}

/** Finds actions by what a step `uses`. */
export interface ActionCatalogue {
  action(uses: string): Promise<ActionFacts | null>;
  readonly known: readonly string[];
}
