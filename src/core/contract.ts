/**
 * The connector contract: a connector describes requests and reads answers; the engine alone sends, adds credentials
 * and records. So "exactly the bytes approved" and "an intent before every call" hold by construction.
 */
import type { Finding, Place } from './finding.ts';
import type { Answer } from './ports.ts';
import type { Result } from './result.ts';
import type { Connection, Operation, Step, Template } from '../generated/types/plan.ts';
import type { Profile } from '../generated/types/profile.ts';
import type { Receipt } from '../generated/types/receipt.ts';

export type { Receipt } from '../generated/types/receipt.ts';

/** A day, such as `2026-11-23`: when a fact was read at its source. */
export type Day = string;

/** A platform: one object per folder `src/connectors/<id>/`. */
export interface Connector {
  readonly id: string;
  readonly title: string;
  readonly contract: 1;
  readonly docs: string;
  readonly api: {
    readonly version: string;
    readonly source: string;
    readonly readOn: Day;
    readonly sunset?: Day;
  };
  /** Fixed origin of a service, or `connection` where the brand runs the platform itself (WordPress). */
  readonly origin: { readonly fixed: string } | 'connection';
  /** Roles of secrets, such as `token`; a connection names an environment variable for each. */
  readonly secrets: readonly string[];
  /** Settings that a connection must give, with what they mean. */
  readonly settings: Readonly<Record<string, string>>;
  /** Settings that a connection may give besides, with what they mean. */
  readonly optionalSettings?: Readonly<Record<string, string>>;
  /** Turns secrets into request headers. Called by the engine only, right before sending. */
  credentials(connection: Connection, secrets: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /** Headers without secrets that every request carries. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Ids of its actions; loaded lazily through the generated registry. */
  readonly actions: readonly string[];
  /** Read-only look at the account: right credentials, right account. Throws nothing. */
  preflight(read: ReadClient, connection: Connection): Promise<Result<Readonly<Record<string, string>>>>;
}

/** One thing a step can use, `<connector>/<action>`. `Input` is the type generated from its schema, with references resolved. */
export interface Action<Input = unknown> {
  readonly id: string;
  readonly title: string;
  /** Raised when equal input gives other bytes. */
  readonly version: number;
  /** Channel for consent and rules. */
  readonly channel: 'web' | 'email' | 'ads' | 'social' | 'sms' | 'chat' | 'crm';
  /** Places in the input that name files, by JSON pointer with `*` for array items. */
  readonly references: readonly Reference[];
  readonly outputs: Readonly<
    Record<string, { readonly type: 'url' | 'text' | 'id' | 'integer'; readonly maxLength: number }>
  >;
  readonly limits: readonly Limit[];
  readonly riskFloor: 'low' | 'medium' | 'high' | 'critical';
  /** How far it can be taken back, for people who choose an action; every plan of it says the same. */
  readonly reversibility?: Step['reversibility'];
  /** Pure: no secret, clock or network. All problems at once. */
  assemble(input: Input, context: AssembleContext): Result<StepPlan>;
  /** What people will see, from the request's own bytes. */
  preview(step: Step): readonly Preview[];
  readonly operations: Readonly<Record<string, OperationBehaviour>>;
  /** Live size of the audience, asked at execution before the claim. */
  measure?(step: Step, read: ReadClient): Promise<Result<{ readonly audience: number }>>;
  /** Questions about the account that only the step's own facts can answer, asked before the claim; without any effect. */
  rehearse?(step: Step, read: ReadClient): Promise<readonly Finding[]>;
  /** Reads back and compares with what was approved. */
  verify(step: Step, receipts: Readonly<Record<string, Receipt>>, read: ReadClient): Promise<Verification>;
}

/** `content`: path or `{text}` -> Content. `media`: path -> Media. `data`: path to YAML, or the value inline. */
export interface Reference {
  readonly pointer: string;
  readonly as: 'content' | 'media' | 'data';
}

/** Text as written by a person, normalised at load. */
export interface Content {
  readonly text: string;
  readonly format: 'markdown' | 'html' | 'plain';
  readonly place: Place;
}

/** A file that is sent as it is. */
export interface Media {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
  readonly file: string;
  /** Pixels, where the header tells. */
  readonly width?: number;
  readonly height?: number;
}

export interface AssembleContext {
  readonly step: string;
  readonly connection: Connection;
  readonly profile: Profile;
  /** First day by the calendar of who planned it, as far as the manifest tells: of its schedule, else of its id. */
  readonly day: { readonly date: Day; readonly from: 'schedule' | 'id' };
  /**
   * A setting of the connection that the connector does not declare, such as the id behind the name of a list. What is
   * used of it must stand in the request, because the plan's connection does not hold it.
   */
  setting(name: string): string | undefined;
  /** Literal text with `${{ steps.x.y }}` -> template; literals stay as they are, values are encoded for the sink. */
  template(text: string, encode: 'none' | 'html' | 'url-component'): Template;
  /** Markdown or HTML content -> HTML template; placeholders are HTML-encoded when filled in. */
  html(content: Content): Template;
  /** Content -> readable plain text template (Markdown kept as written, HTML stripped). */
  plain(content: Content): Template;
  /** Where an input value stands, for findings: JSON pointer into `with`. */
  place(pointer: string): Place;
  /** Longest length in UTF-16 units that a template can have once filled in. */
  longest(template: Template): number;
}

export interface Limit {
  readonly what: string;
  readonly maximum: number;
  readonly counting: 'utf16' | 'code-points' | 'bytes' | 'items';
  /** URL or document; `unverified` limits never block. */
  readonly source: string;
  readonly readOn: Day;
}

/** What `assemble` returns: the step of the effects without what the engine adds itself. */
export type StepPlan = Omit<Step, 'id' | 'uses' | 'version' | 'needs' | 'connection'> & {
  /** One line for the checklist: what and where. */
  readonly words: string;
};

export interface Preview {
  readonly title: string;
  readonly text: string;
  /** Self-contained HTML without scripts or remote resources. */
  readonly html: string;
}

/** Reads only; the engine adds credentials. Path is absolute on the connection's origin. */
export interface ReadClient {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Look-ups that a platform offers as POST (searches); must be provably without effect. */
  search(path: string, json: unknown): Promise<Answer>;
  /** An anonymous request to a public address on a declared origin, as a visitor would make it. Never follows redirects. */
  visit(url: string): Promise<Answer>;
}

export interface OperationBehaviour {
  /** State before the change, by allow-listed fields; stored with the intent. */
  capture?(
    operation: Operation,
    request: FilledRequest,
    read: ReadClient,
    context: ProbeContext,
  ): Promise<Result<Readonly<Record<string, unknown>>>>;
  /** Pure. HTTP 200 may be an error; HTML where JSON is due is "blocked by the site". */
  interpret(answer: Answer & { is: 'answer' }, context: InterpretContext): Outcome;
  /** Required for class P: did it happen? */
  probe?(context: ProbeContext, read: ReadClient): Promise<Probe>;
  /** False where a person changed it since: undo must not overwrite that. */
  isUnchanged?(context: UndoContext, read: ReadClient): Promise<boolean>;
}

/** Request with all placeholders filled in, before credentials. */
export interface FilledRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

export interface InterpretContext {
  readonly operation: Operation;
  readonly connection: Connection;
  readonly key: string;
  readonly marker: string;
  readonly request: FilledRequest;
  /** Receipts of the operations of this step that are done. */
  readonly receipts?: Readonly<Record<string, Receipt>>;
}

export interface ProbeContext extends InterpretContext {
  readonly receipts: Readonly<Record<string, Receipt>>;
  /** When it was authorised, ISO 8601: nothing of it can have happened before. */
  readonly since?: string;
  /** For undo probes: the receipt being undone and the state before. */
  readonly receipt?: Receipt;
  readonly before?: Readonly<Record<string, unknown>>;
}

export interface UndoContext extends ProbeContext {
  readonly receipt: Receipt;
}

export type Outcome =
  | { readonly is: 'done'; readonly receipt: Receipt }
  /** Definite: no effect. */
  | { readonly is: 'refused'; readonly finding: Finding }
  /** The vendor's duplicate error names our own object. */
  | { readonly is: 'adopt'; readonly receipt: Receipt }
  /** Undo only: it is already gone. */
  | { readonly is: 'nothing-to-undo'; readonly why: string }
  | { readonly is: 'throttled'; readonly seconds: number }
  | { readonly is: 'unknown'; readonly why: string };

export type Probe =
  | { readonly is: 'found'; readonly receipt: Receipt }
  | { readonly is: 'absent' }
  | { readonly is: 'cannot-tell'; readonly why: string };

export interface Verification {
  readonly verdict: 'as-approved' | 'differs' | 'cannot-verify';
  readonly words: string;
}
