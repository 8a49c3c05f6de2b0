/** One stored line of a chain: the commit that holds it and the bytes of its `entry.json`. */
export interface StoredEntry {
  readonly commit: string;
  /** Text of `entry.json`, unverified; null where the commit holds none. */
  readonly text: string | null;
}

/** A file that a commit adds beside its entry (sealed logs). */
export interface AddedFile {
  readonly path: string;
  readonly text: string;
}

/** What a chain is to be extended by; the commits are written before the push and have no effect without it. */
export interface RefUpdate {
  readonly ref: string;
  /** Tip that the writer has seen, or null where the ref must not exist. */
  readonly expect: string | null;
  /** New tip. */
  readonly next: string;
}

/** `unknown`: the push may have landed; read again. `rejected`: the store says no for good (protection, full). */
export type PushOutcome =
  | { readonly is: 'ok' }
  | { readonly is: 'lost' }
  | { readonly is: 'unknown'; readonly why: string }
  | { readonly is: 'rejected'; readonly why: string };

/** The shared memory: refs with compare-and-swap, in git. */
export interface JournalStore {
  /** Where the store is: the URL of origin, or the objects folder of the repository itself. */
  readonly address: string;
  /** Brings all refs of the world (and the default branch) here in one fetch. False with the reason where the store is unreachable. */
  refresh(): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }>;
  /** Tips of all refs below a prefix, by full name, as of the last refresh. */
  tips(prefix: string): Promise<ReadonlyMap<string, string>>;
  /** Entries from just after `after` (or the first) to the tip, oldest first; null where `after` is no ancestor. */
  chain(tip: string, after?: string): Promise<readonly StoredEntry[] | null>;
  /** Writes one commit; nothing sees it before a push. `files` are added to the parent's files. */
  write(entryText: string, message: string, parent: string | null, files?: readonly AddedFile[]): Promise<string>;
  /** All or nothing. */
  push(updates: readonly RefUpdate[]): Promise<PushOutcome>;
  /** Paths below a folder at a commit, with blob ids. */
  files(commit: string, folder: string): Promise<ReadonlyMap<string, string>>;
  readFile(commit: string, path: string): Promise<string | null>;
  /** Pushes so far, for the figures. */
  readonly pushes: number;
}

/** Signs and checks; the private half never leaves the adapter. */
export interface Signer {
  /** Ed25519 public key: base64url of the DER form (SPKI). */
  readonly publicKey: string;
  sign(text: string): string;
}

/** Checks an Ed25519 signature; false for anything malformed. */
export type VerifySignature = (publicKey: string, text: string, signature: string) => boolean;

/**
 * Memory outside the store: how far each ref was seen. Signatures do not stop somebody from pushing an old, signed tip
 * again; this does.
 */
export interface Witness {
  /** Refs below a prefix of which anything is remembered. */
  known(prefix: string): Promise<readonly string[]>;
  seen(ref: string): Promise<{ readonly commit: string; readonly sequence: number; readonly hash: string } | null>;
  remember(
    ref: string,
    at: { readonly commit: string; readonly sequence: number; readonly hash: string },
  ): Promise<void>;
}
