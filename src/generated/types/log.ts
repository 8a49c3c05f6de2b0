/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * A sealed execution: the truth about what happened.
 */
export interface Log {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * Identity.
   */
  executionId: string;
  /**
   * ULID.
   */
  id: string;
  /**
   * Generation.
   */
  generation: number;
  /**
   * Brand.
   */
  brand: string;
  /**
   * Folder when it was approved.
   */
  path: string;
  /**
   * Git tree of the folder.
   */
  folder: string;
  /**
   * Digest.
   */
  digest: string;
  /**
   * How it ended.
   */
  state: string;
  /**
   * The whole journal, signed.
   */
  entries: JournalEntry[];
}
/**
 * One signed line of a journal.
 */
export interface JournalEntry {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * World.
   */
  world: string;
  /**
   * Repository UUID.
   */
  repository: string;
  /**
   * Ref it belongs to.
   */
  ref: string;
  /**
   * Execution id; empty for shared refs.
   */
  execution: string;
  /**
   * From 0.
   */
  sequence: number;
  /**
   * Epoch of the claim.
   */
  epoch: number;
  /**
   * SHA-256 of the entry before; empty for the first.
   */
  previous: string;
  /**
   * What happened.
   */
  body:
    | Genesis
    | Base
    | Freeze
    | Unfreeze
    | Authorised
    | Claimed
    | Intent
    | Done
    | Refused
    | Unknown
    | Absent
    | Nothing
    | Waiting
    | Compensating
    | Succeeded
    | Verified
    | NeedsHuman
    | Resolved
    | Ended
    | Sealed
    | Open
    | Reserve
    | Release
    | Month
    | Seal
    | Continued
    | Told;
  /**
   * 128 random bits, so that equal claims differ.
   */
  nonce: string;
  /**
   * When, for display.
   */
  at: string;
  /**
   * Which runner.
   */
  runner: string;
  /**
   * Ed25519 over the canonical form without this field, base64url.
   */
  signature: string;
}
/**
 * First entry of control.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "genesis".
 */
export interface Genesis {
  /**
   * Kind.
   */
  kind: 'GENESIS';
  /**
   * Ed25519 public key, base64url of SPKI.
   */
  publicKey: string;
  /**
   * Commit whose control plane is trusted.
   */
  base: string;
}
/**
 * The control plane of this commit is accepted.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "base".
 */
export interface Base {
  /**
   * Kind.
   */
  kind: 'BASE';
  /**
   * Commit.
   */
  commit: string;
  /**
   * Why it counts.
   */
  why: string;
}
/**
 * Nothing starts any more.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "freeze".
 */
export interface Freeze {
  /**
   * Kind.
   */
  kind: 'FREEZE';
  /**
   * `all`, `brand:x`, `platform:x` or `campaign:x`.
   */
  scope: string;
  /**
   * Why.
   */
  reason: string;
  /**
   * Who.
   */
  by: string;
}
/**
 * It may start again.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "unfreeze".
 */
export interface Unfreeze {
  /**
   * Kind.
   */
  kind: 'UNFREEZE';
  /**
   * Same scope.
   */
  scope: string;
  /**
   * Why.
   */
  reason: string;
  /**
   * Who.
   */
  by: string;
}
/**
 * Who approved which digest; holds the plan that fires.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "authorised".
 */
export interface Authorised {
  /**
   * Kind.
   */
  kind: 'AUTHORISED';
  /**
   * Digest.
   */
  digest: string;
  effects: Effects;
  /**
   * Folder.
   */
  path: string;
  /**
   * Git tree of the folder.
   */
  folder: string;
  /**
   * Campaign.
   */
  campaign?: string;
  /**
   * Risk.
   */
  risk: 'low' | 'medium' | 'high' | 'critical';
  /**
   * Counted approvals.
   *
   * Items: An approval.
   */
  approvals: {
    /**
     * Person.
     */
    who: string;
    /**
     * How it is known.
     */
    trust: 'signed' | 'on-trust' | 'review';
    /**
     * Merge commit, or the commit that was reviewed.
     */
    merge: string;
    /**
     * When.
     */
    at: string;
    /**
     * Spend restated.
     */
    spend?: string;
    /**
     * How far above the limit, restated.
     */
    overage?: string;
    /**
     * Review on the forge.
     */
    review?: number;
    /**
     * Account on the forge, by number.
     */
    account?: string;
    /**
     * What the account could do in the repository, where it was asked.
     */
    permission?: string;
    /**
     * The client's word, as the approver recorded it.
     */
    client?: string;
    /**
     * Answers to the policy's questions.
     */
    answers?: {
      /**
       * An answer.
       */
      [k: string]: string;
    };
  }[];
  /**
   * Merge commit.
   */
  merge: string;
  /**
   * Commit whose control plane decided.
   */
  base: string;
  /**
   * SHA-256 of the policy file.
   */
  policy: string;
  /**
   * Approval lifetime.
   */
  lifetime: string;
  ceiling?: Amount1;
  /**
   * Undo instructions, in words.
   *
   * Items: One.
   */
  rollback: string[];
  /**
   * Version of mergecast.
   */
  tool: string;
  /**
   * Where the files are.
   *
   * Items: A file.
   */
  media: {
    /**
     * SHA-256.
     */
    sha256: string;
    /**
     * Git blob.
     */
    blob: string;
    /**
     * Commit.
     */
    commit: string;
  }[];
  /**
   * Digest that it replaces.
   */
  supersedes?: string;
}
/**
 * What happens: everything that the digest covers.
 */
export interface Effects {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * Repository UUID.
   */
  repository: string;
  /**
   * ULID.
   */
  id: string;
  /**
   * Generation.
   */
  generation: number;
  /**
   * Brand.
   */
  brand: string;
  /**
   * The one instant.
   */
  schedule?: {
    /**
     * UTC instant.
     */
    at: string;
    /**
     * Wall time.
     */
    wall: string;
    /**
     * Zone.
     */
    timezone: string;
    /**
     * Duration.
     */
    tolerance: string;
  };
  /**
   * Failure policy.
   */
  'on-failure': 'rollback' | 'stop';
  'rolls-back'?: RollsBack;
  continues?: Continues;
  /**
   * Steps in activation order, irreversible last.
   */
  steps: Step[];
  /**
   * Files sent as they are.
   *
   * Items: A file.
   */
  media: {
    /**
     * SHA-256.
     */
    sha256: string;
    /**
     * Size.
     */
    bytes: number;
    /**
     * Media type.
     */
    type: string;
  }[];
}
/**
 * The finished execution that this one undoes, with what its journal says was done; compared with the sealed log before anything is undone.
 */
export interface RollsBack {
  /**
   * Its identity.
   */
  execution: string;
  /**
   * What was approved then.
   */
  digest: string;
  /**
   * Operations that were done and still stand.
   *
   * Items: One operation.
   */
  done: {
    /**
     * Step.
     */
    step: string;
    /**
     * Operation.
     */
    operation: string;
    receipt: Receipt;
    /**
     * State captured before the change.
     */
    before?: {};
  }[];
}
/**
 * What the platform answered, by an allow-list of fields.
 */
export interface Receipt {
  /**
   * The platform's own id.
   */
  id: string;
  /**
   * Public address.
   */
  url?: string;
  /**
   * Further allow-listed fields.
   */
  values?: {
    /**
     * A plain value.
     */
    [k: string]: string | number | boolean;
  };
}
/**
 * The ended execution whose remainder this one carries out, with what its journal says of every step; compared with the sealed log before anything is sent.
 */
export interface Continues {
  /**
   * Its identity.
   */
  execution: string;
  /**
   * ULID of its manifest.
   */
  id: string;
  /**
   * Its generation.
   */
  generation: number;
  /**
   * What was approved then.
   */
  digest: string;
  /**
   * Steps that are done and stand: not sent again; their outputs can be used.
   *
   * Items: A step.
   */
  done: {
    /**
     * Step id.
     */
    step: string;
    /**
     * Action.
     */
    uses: string;
    /**
     * What its outputs are, by name.
     */
    outputs: {
      [k: string]: Output;
    };
    /**
     * What the platform answered.
     *
     * Items: One operation.
     */
    receipts: {
      /**
       * Operation.
       */
      operation: string;
      receipt: Receipt;
    }[];
  }[];
  /**
   * Steps that may be carried out: never done, refused, or undone again.
   *
   * Items: A step.
   */
  remaining: {
    /**
     * Step id.
     */
    step: string;
    /**
     * Action.
     */
    uses: string;
    /**
     * What became of it.
     */
    was: 'not-started' | 'refused' | 'undone';
  }[];
}
/**
 * An output: where it comes from, what it must look like.
 */
export interface Output {
  /**
   * Operation whose receipt holds it.
   */
  operation: string;
  /**
   * `id`, `url` or a name in values.
   */
  field: string;
  /**
   * Type.
   */
  type: 'url' | 'text' | 'id' | 'integer' | 'json';
  /**
   * Exact value the platform is expected to give.
   */
  predicted?: string;
  /**
   * Origin that a URL must have.
   */
  origin?: string;
  /**
   * Longest allowed value.
   */
  'max-length': number;
}
/**
 * One step, ready to execute.
 */
export interface Step {
  /**
   * Step id.
   */
  id: string;
  /**
   * Action.
   */
  uses: string;
  /**
   * Version of the action.
   */
  version: number;
  /**
   * Steps before.
   *
   * Items: Step id.
   */
  needs: string[];
  connection: Connection;
  /**
   * Prepares, then exactly one activate.
   */
  operations: Operation[];
  /**
   * Outputs by name.
   */
  outputs: {
    [k: string]: Output;
  };
  audience?: Audience;
  spend?: Spend;
  /**
   * Most that the platform may charge.
   */
  fees: Amount[];
  /**
   * What undo can do.
   */
  reversibility: 'full' | 'stop-further' | 'none';
  /**
   * For the reviewer.
   */
  'undo-in-words': string;
  /**
   * JSON value; `{"$parts": [...]}` stands for text that is completed at execution.
   */
  expect?: {
    [k: string]: unknown;
  };
}
/**
 * The connection by value.
 */
export interface Connection {
  /**
   * Name in connections.yaml.
   */
  name: string;
  /**
   * Connector.
   */
  platform: string;
  /**
   * Account.
   */
  account: string;
  /**
   * Origin that receives the requests.
   */
  origin: string;
  /**
   * Names of secrets by role.
   */
  secrets: {
    /**
     * Name.
     */
    [k: string]: string;
  };
  /**
   * Settings.
   */
  settings: {
    /**
     * Value.
     */
    [k: string]: string;
  };
  /**
   * Loopback test server.
   */
  test: boolean;
}
/**
 * One call to a platform.
 */
export interface Operation {
  /**
   * Unique in its step.
   */
  id: string;
  /**
   * Which behaviour of the action reads the answer.
   */
  kind: string;
  /**
   * Inert preparation, or the one call that an audience or an invoice notices.
   */
  phase: 'prepare' | 'activate';
  /**
   * What it does to the world.
   */
  effect: 'inert' | 'live' | 'spend';
  /**
   * Operations of the same step whose receipts the request uses.
   *
   * Items: Operation id.
   */
  needs: string[];
  /**
   * How a doubt is settled: K key honoured, P can be probed, N neither.
   */
  provider: {
    /**
     * Class.
     */
    class: 'K' | 'P' | 'N';
    /**
     * How long the key is honoured.
     */
    window?: string;
    /**
     * How long a probe may lag.
     */
    lag?: string;
  };
  /**
   * Where our key travels, for readers of the plan.
   */
  'key-at'?: string;
  request: Request;
  /**
   * Calls that undo it, in order.
   *
   * Items: One undo call.
   */
  undo: {
    /**
     * Which behaviour reads the answer.
     */
    kind: string;
    request: Request;
    /**
     * In plain words.
     */
    words: string;
  }[];
}
/**
 * The exact request; the origin is the connection's.
 */
export interface Request {
  /**
   * HTTP method.
   */
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET';
  /**
   * Text, or parts of which some are known only at execution.
   */
  path: string | Parts;
  /**
   * Query parameters.
   */
  query?: {
    /**
     * Text, or parts of which some are known only at execution.
     */
    [k: string]: string | Parts;
  };
  /**
   * Headers, without credentials.
   */
  headers?: {
    /**
     * Text, or parts of which some are known only at execution.
     */
    [k: string]: string | Parts;
  };
  /**
   * JSON value; `{"$parts": [...]}` stands for text that is completed at execution.
   */
  json?: {
    [k: string]: unknown;
  };
  /**
   * A file as raw body.
   */
  media?: {
    /**
     * SHA-256 of the bytes.
     */
    sha256: string;
    /**
     * Size.
     */
    bytes: number;
    /**
     * Media type.
     */
    type: string;
  };
}
/**
 * Literal text and placeholders, joined at execution.
 */
export interface Parts {
  /**
   * In order.
   *
   * Items: Literal or placeholder.
   */
  $parts: (string | Placeholder)[];
}
/**
 * A typed value known later.
 */
export interface Placeholder {
  /**
   * Where it comes from: output of another step, receipt of an operation of the same step, the operation's key, the execution's marker, the state captured before, or the receipt being undone.
   */
  from: 'step' | 'operation' | 'key' | 'marker' | 'before' | 'receipt';
  /**
   * Step or operation id, where `from` is step or operation.
   */
  of?: string;
  /**
   * Output or field.
   */
  name: string;
  /**
   * Type checked when it is filled in.
   */
  type: 'url' | 'text' | 'id' | 'integer' | 'json';
  /**
   * Encoding for the place it goes to.
   */
  encode: 'none' | 'html' | 'url-component';
}
/**
 * Who receives it, as stated.
 */
export interface Audience {
  /**
   * List.
   */
  list: string;
  /**
   * People.
   */
  size: number;
  /**
   * Per cent that the live size may differ.
   */
  tolerance: number;
  /**
   * Evidence id.
   */
  consent: string;
  /**
   * Channel.
   */
  channel: string;
  /**
   * Markets.
   *
   * Items: Market.
   */
  markets: string[];
}
/**
 * Most that may be spent.
 */
export interface Spend {
  total: Amount;
  daily?: Amount;
  /**
   * First day.
   */
  starts?: string;
  /**
   * Last day.
   */
  ends?: string;
}
/**
 * Money in minor units.
 */
export interface Amount {
  /**
   * Minor units (cents).
   */
  minor: number;
  /**
   * ISO 4217.
   */
  currency: string;
}
/**
 * Money in minor units.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "amount".
 */
export interface Amount1 {
  /**
   * Minor units (cents).
   */
  minor: number;
  /**
   * ISO 4217.
   */
  currency: string;
}
/**
 * A runner works on it.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "claimed".
 */
export interface Claimed {
  /**
   * Kind.
   */
  kind: 'CLAIMED';
  /**
   * Until when.
   */
  lease: string;
  /**
   * True when an expired lease was taken over.
   */
  takeover: boolean;
  /**
   * What was reserved.
   *
   * Items: A reservation.
   */
  reservations: {
    /**
     * Month.
     */
    month: string;
    /**
     * Minor units.
     */
    minor: number;
    /**
     * Currency.
     */
    currency: string;
  }[];
}
/**
 * These calls are about to be made.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "intent".
 */
export interface Intent {
  /**
   * Kind.
   */
  kind: 'INTENT';
  /**
   * No call leaves later.
   */
  notAfter: string;
  /**
   * The calls.
   *
   * Items: A call.
   */
  operations: {
    /**
     * Step id.
     */
    step: string;
    /**
     * Operation id.
     */
    operation: string;
    /**
     * Doing or undoing.
     */
    direction: 'do' | 'undo';
    /**
     * Operation key.
     */
    key: string;
    /**
     * SHA-256 of the final request.
     */
    request: string;
    /**
     * State captured before.
     */
    before?: {
      /**
       * JSON value; `{"$parts": [...]}` stands for text that is completed at execution.
       */
      [k: string]: {
        [k: string]: unknown;
      };
    };
  }[];
}
/**
 * The platform confirmed it.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "done".
 */
export interface Done {
  /**
   * Kind.
   */
  kind: 'DONE';
  /**
   * Step id.
   */
  step: string;
  /**
   * Operation id.
   */
  operation: string;
  /**
   * Doing or undoing.
   */
  direction: 'do' | 'undo';
  receipt: Receipt;
  /**
   * True when found by look-up instead of answered.
   */
  adopted: boolean;
}
/**
 * The platform definitely refused; no effect.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "refused".
 */
export interface Refused {
  /**
   * Kind.
   */
  kind: 'REFUSED';
  /**
   * Step id.
   */
  step: string;
  /**
   * Operation id.
   */
  operation: string;
  /**
   * Doing or undoing.
   */
  direction: 'do' | 'undo';
  finding: Finding;
}
/**
 * A problem, with its permanent code.
 */
export interface Finding {
  /**
   * Permanent code; explained in docs/findings.md.
   */
  code: string;
  /**
   * What it does to the verdict; `cannot-verify` blocks too.
   */
  severity: 'block' | 'warn' | 'suggest' | 'cannot-verify';
  /**
   * What is wrong, in plain words.
   */
  message: string;
  /**
   * What to write instead.
   */
  hint: string;
  /**
   * File, relative to the repository.
   */
  file?: string;
  /**
   * Line, from 1.
   */
  line?: number;
  /**
   * Column, from 1.
   */
  column?: number;
  /**
   * The words that caused it.
   */
  evidence?: string;
}
/**
 * It is not known whether it happened.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "unknown".
 */
export interface Unknown {
  /**
   * Kind.
   */
  kind: 'UNKNOWN';
  /**
   * Step id.
   */
  step: string;
  /**
   * Operation id.
   */
  operation: string;
  /**
   * Doing or undoing.
   */
  direction: 'do' | 'undo';
  /**
   * Why.
   */
  why: string;
  /**
   * When.
   */
  sentAt: string;
  finding?: Finding;
}
/**
 * A look-up proved that it did not happen.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "absent".
 */
export interface Absent {
  /**
   * Kind.
   */
  kind: 'ABSENT';
  /**
   * Step id.
   */
  step: string;
  /**
   * Operation id.
   */
  operation: string;
  /**
   * Doing or undoing.
   */
  direction: 'do' | 'undo';
}
/**
 * There was nothing to undo.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "nothing".
 */
export interface Nothing {
  /**
   * Kind.
   */
  kind: 'NOTHING-TO-UNDO';
  /**
   * Step id.
   */
  step: string;
  /**
   * Operation id.
   */
  operation: string;
  /**
   * Why.
   */
  why: string;
}
/**
 * Parked; claim and lease are released, the reservation is kept.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "waiting".
 */
export interface Waiting {
  /**
   * Kind.
   */
  kind: 'WAITING';
  /**
   * For what.
   */
  reason: 'time' | 'window' | 'freeze' | 'poll' | 'gate' | 'human' | 'native-schedule';
  /**
   * Until when, if known.
   */
  until?: string;
  /**
   * In words.
   */
  words: string;
}
/**
 * What was done is undone, last first.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "compensating".
 */
export interface Compensating {
  /**
   * Kind.
   */
  kind: 'COMPENSATING';
  /**
   * Why.
   */
  why: string;
}
/**
 * All operations are done.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "succeeded".
 */
export interface Succeeded {
  /**
   * Kind.
   */
  kind: 'SUCCEEDED';
  /**
   * Inert things that may have been left behind by attempts that got no answer.
   *
   * Items: One.
   */
  orphans?: string[];
}
/**
 * What was read back.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "verified".
 */
export interface Verified {
  /**
   * Kind.
   */
  kind: 'VERIFIED';
  /**
   * Each step.
   *
   * Items: A check.
   */
  steps: {
    /**
     * Step.
     */
    step: string;
    /**
     * Verdict.
     */
    verdict: 'as-approved' | 'differs' | 'cannot-verify';
    /**
     * In words.
     */
    words: string;
  }[];
}
/**
 * A person must decide.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "needsHuman".
 */
export interface NeedsHuman {
  /**
   * Kind.
   */
  kind: 'NEEDS-HUMAN';
  /**
   * Step id.
   */
  step?: string;
  /**
   * Operation id.
   */
  operation?: string;
  /**
   * Doing or undoing.
   */
  direction?: 'do' | 'undo';
  /**
   * The exact question.
   */
  question: string;
  finding?: Finding;
}
/**
 * A person decided.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "resolved".
 */
export interface Resolved {
  /**
   * Kind.
   */
  kind: 'RESOLVED';
  /**
   * Step id.
   */
  step?: string;
  /**
   * Operation id.
   */
  operation?: string;
  /**
   * Doing or undoing.
   */
  direction?: 'do' | 'undo';
  /**
   * Answer.
   */
  answer: 'happened' | 'did-not-happen' | 'resume' | 'compensate' | 'close';
  /**
   * Who.
   */
  by: string;
  /**
   * Why.
   */
  reason: string;
  /**
   * Hash of the entry that asked.
   */
  question?: string;
  /**
   * What was seen, and where.
   */
  seen?: string;
  receipt?: Receipt;
  /**
   * Who approved the decision; empty in a trial that was settled at once.
   *
   * Items: An approval.
   */
  approvals?: {
    /**
     * Person.
     */
    who: string;
    /**
     * How it is known.
     */
    trust: string;
    /**
     * Merge commit.
     */
    merge: string;
    /**
     * When.
     */
    at: string;
  }[];
  /**
   * Digest of the file that holds the decision.
   */
  digest?: string;
}
/**
 * Terminal.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "ended".
 */
export interface Ended {
  /**
   * Kind.
   */
  kind: 'ENDED';
  /**
   * How it ended.
   */
  state: 'SUCCEEDED' | 'COMPENSATED' | 'COMPENSATION-FAILED' | 'REFUSED' | 'CANCELLED' | 'STOPPED';
  /**
   * Why.
   */
  why: string;
  /**
   * Inert things left behind.
   *
   * Items: One.
   */
  orphans: string[];
}
/**
 * Written into the log.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "sealed".
 */
export interface Sealed {
  /**
   * Kind.
   */
  kind: 'SEALED';
  /**
   * Commit of the log.
   */
  log: string;
  /**
   * File.
   */
  path: string;
}
/**
 * First entry of a budget month.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "open".
 */
export interface Open {
  /**
   * Kind.
   */
  kind: 'OPEN';
  /**
   * Brand.
   */
  brand: string;
  /**
   * Month.
   */
  month: string;
}
/**
 * Money is set aside.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "reserve".
 */
export interface Reserve {
  /**
   * Kind.
   */
  kind: 'RESERVE';
  /**
   * Execution id.
   */
  execution: string;
  /**
   * Minor units.
   */
  minor: number;
  /**
   * Currency.
   */
  currency: string;
}
/**
 * Money is given back; cites the entry that ended the execution.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "release".
 */
export interface Release {
  /**
   * Kind.
   */
  kind: 'RELEASE';
  /**
   * Execution id.
   */
  execution: string;
  /**
   * Minor units.
   */
  minor: number;
  /**
   * Currency.
   */
  currency: string;
  /**
   * Hash of the terminal entry.
   */
  ended: string;
}
/**
 * The log knows that a budget month was opened.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "month".
 */
export interface Month {
  /**
   * Kind.
   */
  kind: 'MONTH';
  /**
   * Brand.
   */
  brand: string;
  /**
   * Month.
   */
  month: string;
}
/**
 * A log file was added.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "seal".
 */
export interface Seal {
  /**
   * Kind.
   */
  kind: 'SEAL';
  /**
   * Execution id.
   */
  execution: string;
  /**
   * File.
   */
  path: string;
  /**
   * SHA-256 of the file.
   */
  sha256: string;
  /**
   * Log head before.
   */
  previousHead?: string;
  /**
   * How it ended.
   */
  state?: string;
}
/**
 * An ended execution is carried on by another one, and by no third.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "continued".
 */
export interface Continued {
  /**
   * Kind.
   */
  kind: 'CONTINUED';
  /**
   * The ended one.
   */
  execution: string;
  /**
   * The one that carries on.
   */
  by: string;
}
/**
 * People were told something at the forge, so that they are not told twice.
 *
 * This interface was referenced by `JournalEntry`'s JSON-Schema
 * via the `definition` "told".
 */
export interface Told {
  /**
   * Kind.
   */
  kind: 'TOLD';
  /**
   * Execution.
   */
  execution: string;
  /**
   * A follow-up to review, or a question.
   */
  what: 'follow-up' | 'question';
  /**
   * Branch, or hash of the entry that asked.
   */
  about: string;
  /**
   * Pull request or issue.
   */
  number: number;
  /**
   * Address for people.
   */
  url: string;
}
