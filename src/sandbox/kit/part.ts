import type { Store } from './store.ts';

/**
 * The stand-in of one platform: what the platform would answer, written from what the platform does and not from what a
 * connector expects. One object per file `src/connectors/<id>/sandbox.ts`; it imports nothing but this kit, so that a
 * mistake of the connector is not repeated here.
 */
export interface SandboxPart {
  readonly id: string;
  /** True where every origin is a customer's own site with its own data, such as WordPress. */
  readonly perOrigin?: boolean;
  readonly routes: readonly Route[];
  /** Routes under `/_sandbox/<id>` with which a test sets the scene, such as the size of a list. */
  readonly controls?: readonly Route[];
  /** A visitor's GET of anything that is no route. Null: not found. */
  readonly page?: (request: SandboxRequest, store: Store) => SandboxAnswer | null;
  /** What happens by itself as time passes, such as the publication of a scheduled post. Called before every request. */
  readonly tick?: (store: Store) => void;
  /** The platform's own words for errors, by HTTP status. */
  readonly failures?: Readonly<Record<number, unknown>>;
}

/** One call of the platform's interface. */
export interface Route {
  readonly method: string;
  /** Such as `/wp-json/wp/v2/posts/:id`; a `:name` takes one segment, or in `:name(...)` what the expression says. */
  readonly path: string;
  /** Permanent name for faults and effects; a function where the body decides, such as `publish` or `update`. */
  readonly operation: string | ((request: SandboxRequest, store: Store) => string);
  /** All names that the function can give. */
  readonly operations?: readonly string[];
  /** True where it cannot change anything: faults without a name do not hit it. */
  readonly reads?: boolean;
  readonly handle: (request: SandboxRequest, store: Store) => SandboxAnswer;
}

/** A request as a part sees it. */
export interface SandboxRequest {
  readonly method: string;
  /** Path on the platform, decoded. */
  readonly path: string;
  /** Values of the `:name` segments. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Fields of a JSON or form body; empty where there is none. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether the body said JSON but is not. */
  readonly isBroken: boolean;
  /** Origin that the caller believes to speak to; all addresses in answers lie under it. */
  readonly origin: string;
}

/** What goes back: `json` or `body`. */
export interface SandboxAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
}
