/* Generated from schemas/ by `npm run generate`; do not edit. */

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
