/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * A brand: voice, budget, markets, industry. Folders of the original system are accepted unchanged.
 */
export interface Profile {
  /**
   * The name as customers know it.
   */
  brand_name: string;
  /**
   * What the brand does, and whether a regulator watches.
   */
  industry?: {
    /**
     * Main industry.
     */
    primary: string;
    /**
     * True when an industry law applies to its advertising.
     */
    regulated?: boolean;
    /**
     * Rule packs of the industry.
     *
     * Items: A code.
     */
    regulation_codes?: string[];
    [k: string]: unknown;
  };
  /**
   * Where the brand sells.
   *
   * Items: Country or region.
   */
  target_markets?: string[];
  /**
   * How the brand sounds; each number from 1 (little) to 10 (much).
   */
  brand_voice?: {
    /**
     * 1 casual, 10 formal.
     */
    formality?: number;
    /**
     * 1 calm, 10 excited.
     */
    energy?: number;
    /**
     * 1 serious, 10 playful.
     */
    humor?: number;
    /**
     * 1 peer, 10 expert.
     */
    authority?: number;
    /**
     * Words the brand does not use.
     *
     * Items: A word or phrase.
     */
    avoid_words?: string[];
    /**
     * Words the brand likes.
     *
     * Items: A word or phrase.
     */
    prefer_words?: string[];
    /**
     * Pairs: say this, not that.
     *
     * Items: A pair.
     */
    this_not_that?: (
      | string
      | {
          /**
           * Say this.
           */
          this: string;
          /**
           * Not that.
           */
          that: string;
        }
    )[];
    [k: string]: unknown;
  };
  /**
   * What the brand wants, and may spend.
   */
  goals?: {
    /**
     * Free text; the upper end is the monthly ceiling.
     */
    budget_range?: string;
    [k: string]: unknown;
  };
  /**
   * IANA zone of the brand; budget months end by it.
   */
  timezone?: string;
  /**
   * Postal address for the footer of e-mails.
   */
  postal_address?: string;
  /**
   * Who the texts are for.
   */
  readability?: {
    /**
     * Highest United States school grade that a text may need.
     */
    grade_max?: number;
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
