/* Generated from src/connectors/google-ads/actions/launch-search-campaign.schema.json by `npm run generate`; do not edit. */

/**
 * Starts a search campaign in Google Ads: one budget, one ad group, one responsive ad, its keywords.
 */
export interface Input {
  /**
   * Name of the campaign in Google Ads, for the people who look there; the brand and the step if it is left out.
   */
  name?: string;
  /**
   * What may be spent, in the currency of the account.
   */
  budget: {
    /**
     * What a day costs on average; single days may cost more.
     */
    daily: string;
    /**
     * What the whole campaign costs at most. Google itself stops there.
     */
    total: string;
  };
  /**
   * Page that a click opens; an output of an earlier step, or an address with https.
   */
  'final-url': string;
  /**
   * One responsive search ad. Google shows three headlines and two descriptions at a time, in any order.
   */
  ads: {
    /**
     * Headlines, at most 30 characters each.
     *
     * @minItems 3
     * @maxItems 15
     *
     * Items: A headline.
     */
    headlines:
      | [string, string, string]
      | [string, string, string, string]
      | [string, string, string, string, string]
      | [string, string, string, string, string, string]
      | [string, string, string, string, string, string, string]
      | [string, string, string, string, string, string, string, string]
      | [string, string, string, string, string, string, string, string, string]
      | [string, string, string, string, string, string, string, string, string, string]
      | [string, string, string, string, string, string, string, string, string, string, string]
      | [string, string, string, string, string, string, string, string, string, string, string, string]
      | [string, string, string, string, string, string, string, string, string, string, string, string, string]
      | [string, string, string, string, string, string, string, string, string, string, string, string, string, string]
      | [
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string
        ];
    /**
     * Descriptions, at most 90 characters each.
     *
     * @minItems 2
     * @maxItems 4
     *
     * Items: A description.
     */
    descriptions: [string, string] | [string, string, string] | [string, string, string, string];
    /**
     * Words behind the address that is shown, at most 15 characters each.
     *
     * @maxItems 2
     *
     * Items: A word.
     */
    paths?: [] | [string] | [string, string];
    /**
     * What people search for.
     *
     * @minItems 1
     * @maxItems 200
     *
     * Items: A keyword.
     */
    keywords: [
      {
        /**
         * The words, at most 80 characters and 10 words.
         */
        text: string;
        /**
         * How closely a search must match.
         */
        match?: 'exact' | 'phrase' | 'broad';
      },
      ...{
        /**
         * The words, at most 80 characters and 10 words.
         */
        text: string;
        /**
         * How closely a search must match.
         */
        match?: 'exact' | 'phrase' | 'broad';
      }[]
    ];
  };
  /**
   * Where the people are who see the ad; the markets of the brand if it is left out.
   *
   * @minItems 1
   * @maxItems 60
   *
   * Items: Country, two letters.
   */
  countries?: [string, ...string[]];
  /**
   * First day; when the execution runs, if it is left out.
   */
  starts?: string;
  /**
   * Last day. If it is left out: as many days after the first as the daily amount makes out of the total.
   */
  ends?: string;
}
