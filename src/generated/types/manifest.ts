/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * A planned execution: one transaction over one or more platforms.
 */
export interface Manifest {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * ULID written by `mergecast new`. It stays the same for the life of the execution, so that nothing is sent twice.
   */
  id: string;
  /**
   * Starts at 1. Raise it to execute a changed manifest again; a reviewer sees the raise.
   */
  generation: number;
  /**
   * Folder name under `brands/`.
   */
  brand: string;
  /**
   * File name under the brand's `campaigns/`, without ending.
   */
  campaign?: string;
  /**
   * One sentence that tells a reviewer what happens.
   */
  summary: string;
  /**
   * When it goes out. Without it: as soon as it is merged.
   */
  schedule?: {
    /**
     * Wall time without offset.
     */
    at: string;
    /**
     * IANA time zone of that wall time.
     */
    timezone: string;
    /**
     * ISO 8601 duration. Later than this after `at`, the execution expires and nothing is sent.
     */
    tolerance?: string;
  };
  /**
   * What happens, one entry per platform action. The order follows `needs`; what cannot be undone goes last. Empty in a rollback.
   */
  steps: {
    [k: string]: Step;
  };
  /**
   * What happens to the steps already done when a later one fails.
   */
  'on-failure'?: 'rollback' | 'stop';
  /**
   * Who asked an agent or filled in the form; counts as an author.
   */
  'proposed-by'?: string;
  /**
   * Identity of the execution whose remainder this one carries out.
   */
  continues?: string;
  /**
   * Identity of the finished execution that this one undoes; written by `mergecast rollback` together with rollback.json.
   */
  'rolls-back'?: string;
}
/**
 * One planned action on one platform.
 *
 * This interface was referenced by `Manifest`'s JSON-Schema
 * via the `definition` "step".
 */
export interface Step {
  /**
   * Connector and action.
   */
  uses: string;
  /**
   * Name of an entry in the brand's `connections.yaml`.
   */
  connection: string;
  /**
   * Steps that must have happened before. Their outputs may be used as `${{ steps.<id>.<output> }}`.
   *
   * Items: Id of an earlier step.
   */
  needs?: string[];
  /**
   * Input of the action; see the action's own schema.
   */
  with: {};
}
