/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * A campaign that executions belong to.
 */
export interface Campaign {
  /**
   * Version of this format.
   */
  version?: 1;
  /**
   * Name as people say it.
   */
  name: string;
  /**
   * What it is for.
   */
  goal?: string;
  /**
   * Channels it uses.
   *
   * Items: A channel.
   */
  channels?: string[];
  /**
   * First day.
   */
  starts?: string;
  /**
   * Last day.
   */
  ends?: string;
  /**
   * Total budget with currency.
   */
  budget?: string;
  [k: string]: unknown;
}
