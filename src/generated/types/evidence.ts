/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * A consent record or the proof of a claim; named by its file name.
 */
export interface Evidence {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * What it proves.
   */
  kind: 'consent' | 'claim';
  /**
   * Where it comes from.
   */
  source: string;
  /**
   * Day it was recorded.
   */
  date: string;
  /**
   * Last day it counts.
   */
  expires?: string;
  /**
   * What people agreed to, or what was proven.
   */
  scope?: string;
  /**
   * Channels it covers.
   *
   * Items: A channel.
   */
  channels?: string[];
  /**
   * Countries the audience lives in, ISO 3166-1 alpha-2, with a region where a state has its own law.
   *
   * Items: A country, or country and state.
   */
  markets?: string[];
  /**
   * Id or name of the list on the platform.
   */
  list?: string;
  /**
   * People on the list when it was recorded.
   */
  size?: number;
  /**
   * True when unsubscribed people were taken off.
   */
  suppression?: boolean;
  /**
   * The claim itself, for proofs.
   */
  statement?: string;
}
