import type { Finding } from './finding.ts';
import type { Result } from './result.ts';

/** One file, link or submodule in a commit or in the work tree. Paths use `/`, relative to the repository. */
export interface TreeEntry {
  readonly path: string;
  readonly kind: 'file' | 'symlink' | 'submodule';
  /** Size in bytes. */
  readonly bytes: number;
  /** Git blob id; absent in the work tree. */
  readonly object?: string;
}

/** Read-only files of one commit, or of the work tree (untracked files included, ignored ones not). */
export interface Tree {
  readonly kind: 'commit' | 'work-tree';
  /** The commit, for `kind: 'commit'`. */
  readonly commit?: string;
  /** All entries under a folder, recursively; `''` for everything. A folder that is absent has none. */
  list(folder: string): Promise<readonly TreeEntry[]>;
  /** Bytes of a file, or null where there is none. Never follows a symlink. Reads at most `maximum` bytes + 1. */
  read(path: string, maximum: number): Promise<Uint8Array | null>;
  /** Git tree id of a folder (commit only), to see at a glance that nothing changed. */
  folderId(path: string): Promise<string | null>;
}

/** A commit as the evaluator needs it. */
export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly tree: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
  /** Committer time, seconds since 1970. */
  readonly time: number;
  readonly message: string;
}

/** Reads git objects in a hardened environment (no hooks, no replace refs, no user configuration). */
export interface Repository {
  /** Absolute path of the work tree, or of the bare repository. */
  readonly directory: string;
  /** Commit id that a ref or expression names, or null. Never an option: names go behind `--end-of-options`. */
  resolve(reference: string): Promise<string | null>;
  commit(id: string): Promise<Commit | null>;
  /** Bytes of a blob, or null. */
  blob(id: string): Promise<Uint8Array | null>;
  /** Tree of a commit. */
  at(commit: string): Tree;
  workTree(): Tree;
  mergeBase(a: string, b: string): Promise<string | null>;
  /** First-parent history, newest first, down to (without) `stop`. */
  firstParents(from: string, stop?: string): AsyncIterable<Commit>;
  /** What each commit of the first-parent line after `stop` changed against the one before it, oldest first. */
  firstParentChanges(stop: string, tip: string): Promise<readonly FirstParentChange[]>;
  /** Commits reachable from `tip` but not from `base`. */
  commitsBetween(base: string, tip: string): Promise<readonly Commit[]>;
  /** Paths that differ between two commits. */
  changedPaths(from: string, to: string): Promise<readonly string[]>;
  /** Exit of a commit's SSH signature check against allowed signers (text of the file). */
  verifySignature(commit: string, allowedSigners: string): Promise<SignatureVerdict>;
  /** Default branch's ref and commit: `--base`, else origin's HEAD, else `main`. */
  defaultBranch(
    base?: string,
  ): Promise<{ readonly name: string; readonly commit: string | null; readonly remote: boolean }>;
  hasOrigin(): Promise<boolean>;
  close(): Promise<void>;
}

/** One step of the default branch. */
export interface FirstParentChange {
  readonly commit: string;
  readonly paths: readonly string[];
}

export type SignatureVerdict =
  | { readonly is: 'none' }
  | { readonly is: 'good'; readonly principal: string }
  | { readonly is: 'unknown-key' | 'bad'; readonly why: string };

/** Now; injected so that due times can be tried out in the sandbox. */
export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

/** What goes over the wire: complete, without credentials. */
export interface WireRequest {
  /** Connector id: the sandbox serves each platform under its own path. */
  readonly platform: string;
  /** A test connection to this machine: http and its own secret are allowed. */
  readonly test?: boolean;
  readonly method: string;
  /** Origin of the connection, such as `https://acme.example`. */
  readonly origin: string;
  /** Absolute path with query, encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** What came back. `not-sent`: no byte reached the platform. `no-answer`: it may have happened. */
export type Answer =
  | {
      readonly is: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly is: 'not-sent'; readonly why: string }
  | { readonly is: 'no-answer'; readonly why: string };

/** Sends one request: no redirects, no retry, hard time-out, capped answer. */
export interface Transport {
  send(request: WireRequest, limits: { readonly timeout: number; readonly maximumBytes: number }): Promise<Answer>;
}

/** Names to values, read late; a value never leaves the transport. */
export interface Secrets {
  resolve(name: string): Result<string, readonly Finding[]>;
}
