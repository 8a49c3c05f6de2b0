/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * What `mergecast resume` copies out of a sealed log: which steps are done, with their outputs, and which remain.
 */
export interface Continuation {
  /**
   * Version of this format.
   */
  version: 1;
  continues: Continues;
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
