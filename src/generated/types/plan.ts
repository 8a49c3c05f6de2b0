/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * Text, or parts of which some are known only at execution.
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "template".
 */
export type Template = string | Parts;

/**
 * What will happen, and why; pure data.
 */
export interface Plan {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * Digest of the effects.
   */
  digest: string;
  effects: Effects;
  explanation: Explanation;
}
/**
 * What happens: everything that the digest covers.
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "effects".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "rollsBack".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "continues".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "output".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "step".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "connection".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "operation".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "request".
 */
export interface Request {
  /**
   * HTTP method.
   */
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET';
  path: Template;
  /**
   * Query parameters.
   */
  query?: {
    [k: string]: Template;
  };
  /**
   * Headers, without credentials.
   */
  headers?: {
    [k: string]: Template;
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "parts".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "placeholder".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "audience".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "spend".
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
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "amount".
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
 * Why, and how it looks: not covered by the digest.
 *
 * This interface was referenced by `Plan`'s JSON-Schema
 * via the `definition` "explanation".
 */
export interface Explanation {
  /**
   * Summary.
   */
  summary: string;
  /**
   * Campaign.
   */
  campaign?: string;
  /**
   * Folder.
   */
  path: string;
  /**
   * Risk level.
   */
  risk: 'low' | 'medium' | 'high' | 'critical';
  /**
   * Why.
   *
   * Items: A reason.
   */
  'risk-reasons': string[];
  cost?: Amount;
  /**
   * People in all.
   */
  audience: number;
  /**
   * The worst of all steps.
   */
  reversibility: 'full' | 'stop-further' | 'none';
  /**
   * One line each.
   *
   * Items: A step in words.
   */
  steps: {
    /**
     * Step.
     */
    id: string;
    /**
     * What.
     */
    title: string;
    /**
     * In words.
     */
    words: string;
    /**
     * Undo in words.
     */
    undo: string;
  }[];
  /**
   * What people will see.
   *
   * Items: A preview.
   */
  previews: {
    /**
     * Step.
     */
    step: string;
    /**
     * Title.
     */
    title: string;
    /**
     * As text.
     */
    text: string;
    /**
     * Self-contained HTML.
     */
    html: string;
  }[];
}
