/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * A person's answer to a question of the journal: reviewed, approved and merged like an execution, by somebody with the role `resolve`.
 */
export interface Decision {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * Execution id.
   */
  execution: string;
  /**
   * Hash of the journal entry that asks: an answer settles this question and no later one.
   */
  question: string;
  /**
   * Step id.
   */
  step: string;
  /**
   * Operation id.
   */
  operation: string;
  /**
   * `happened`, `did-not-happen`: what became of the call. `resume`: the cause is gone, go on. `compensate`: undo what was done. `close`: end here, everything stays.
   */
  answer: 'happened' | 'did-not-happen' | 'resume' | 'compensate' | 'close';
  /**
   * Why, in one sentence.
   */
  reason: string;
  /**
   * What was seen, and where.
   */
  seen?: string;
  receipt?: Receipt;
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
