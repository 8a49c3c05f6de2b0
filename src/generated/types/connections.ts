/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * Where a brand publishes. Holds the names of secrets, never a secret.
 */
export interface Connections {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * One entry per account, by the name that steps use.
   */
  connections: {
    [k: string]: Connection;
  };
}
/**
 * One account on one platform.
 *
 * This interface was referenced by `Connections`'s JSON-Schema
 * via the `definition` "connection".
 */
export interface Connection {
  /**
   * Connector id.
   */
  platform: string;
  /**
   * User, customer or workspace on the platform.
   */
  account?: string;
  /**
   * Origin of the platform where it is the brand's own; https only, except for loopback test connections.
   */
  'base-url'?: string;
  /**
   * Names of environment variables, by the role that the connector declares.
   */
  secrets?: {
    /**
     * Name of an environment variable.
     */
    [k: string]: string;
  };
  /**
   * Facts of the account that the connector asks for.
   */
  settings?: {
    /**
     * A value.
     */
    [k: string]: string;
  };
  /**
   * True for a server on this machine used in tests: http is allowed and its own secret is resolved.
   */
  test?: boolean;
}
