/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * `mergecast.yaml`: who approves what, and the limits for all brands.
 */
export interface Policy {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * UUID of this repository; part of every identity. Never change it.
   */
  repository: string;
  /**
   * Who is who: all addresses and accounts of one person. Accounts by number, because names can be changed and taken over.
   */
  people?: {
    /**
     * One person.
     */
    [k: string]: {
      /**
       * For people to read.
       */
      name: string;
      /**
       * Addresses in commits, and names of signing keys.
       *
       * Items: An address.
       */
      emails?: string[];
      /**
       * Numbers of accounts on GitHub: `https://api.github.com/users/NAME` tells it as `id`.
       *
       * Items: A number.
       */
      github?: number[];
      /**
       * Numbers of accounts on Gitea or Forgejo: `/api/v1/users/NAME` tells it as `id`.
       *
       * Items: A number.
       */
      gitea?: number[];
    };
  };
  /**
   * Accounts of machines, such as `github:41898282`: they approve nothing.
   *
   * Items: An account.
   */
  bots?: string[];
  /**
   * People by role: keys of `people`, e-mail addresses or key principals, accounts (`github:583231`), teams of the forge (`team:acme/legal`).
   */
  groups?: {
    /**
     * Members.
     *
     * Items: A person.
     */
    [k: string]: string[];
  };
  /**
   * Which approvals an execution needs.
   */
  approvals?: {
    /**
     * How long an approval counts, until the claim.
     */
    lifetime?: string;
    /**
     * True accepts unsigned approvals, which prove only push access, in the live world too.
     */
    'on-trust'?: boolean;
    /**
     * All rules whose `when` matches must be met.
     */
    rules?: Rule[];
    /**
     * By risk: whether an approving review must name the digest that the approver's own `mergecast review` printed, so that nobody relies on a comment that others can write.
     */
    'checklist-proof'?: {
      /**
       * At high risk.
       */
      high?: 'review' | 'app' | 'none';
      /**
       * At critical risk.
       */
      critical?: 'review' | 'app' | 'none';
      /**
       * Number of the GitHub App whose check run at the head names the digest, for `app`. Not verified yet: with `app` nothing is approved until it is.
       */
      app?: number;
    };
  };
  /**
   * What is easier in the sandbox.
   */
  sandbox?: {
    /**
     * True lets authors approve their own work on trust, in the sandbox only.
     */
    'self-approval'?: boolean;
  };
  /**
   * Who may change policy, connections, profiles and evidence.
   */
  'control-plane'?: {
    /**
     * Groups.
     *
     * Items: A group.
     */
    owners?: string[];
  };
  /**
   * Groups that may freeze, unfreeze, resolve or roll back.
   */
  roles?: {
    /**
     * Groups.
     *
     * Items: A group.
     */
    [k: string]: string[];
  };
  /**
   * Days on which nothing goes out.
   *
   * Items: A day.
   */
  blackout?: string[];
  /**
   * Hours in which nothing goes out, in the time zone of the schedule or the brand.
   */
  'quiet-hours'?: {
    /**
     * Start.
     */
    from: string;
    /**
     * End.
     */
    to: string;
  };
  /**
   * For ceilings only: what one unit of another currency costs.
   */
  'exchange-rates'?: {
    /**
     * Currency of the rates.
     */
    currency: string;
    /**
     * Per cent added for safety.
     */
    margin?: number;
    /**
     * Units of `currency` for one unit, as decimal string.
     */
    rates: {
      /**
       * A rate.
       */
      [k: string]: string;
    };
  };
  /**
   * Which secret may go where.
   */
  secrets?: {
    /**
     * Binding of one secret.
     */
    [k: string]: {
      /**
       * Connector id.
       */
      platform: string;
      /**
       * Hosts, with port if it is not the usual one.
       *
       * Items: A host.
       */
      hosts: string[];
      /**
       * Brands.
       *
       * Items: A brand.
       */
      brands: string[];
    };
  };
  /**
   * Branch that keeps the sealed logs.
   */
  'log-branch'?: 'mergecast/log';
  /**
   * How long before its time an execution may be handed to a platform's own scheduler.
   */
  'arm-window'?: string;
  /**
   * Refuse any audience above this, whatever is approved.
   */
  'audience-max'?: number;
  /**
   * Below these, content is flagged.
   */
  thresholds?: {
    /**
     * Readability.
     */
    readability?: {
      /**
       * Highest school grade.
       */
      'grade-max'?: number;
      /**
       * What happens above it.
       */
      severity?: 'warn' | 'block' | 'suggest';
    };
  };
  /**
   * Where pull requests are reviewed, for commands outside of its workflows: `github:acme/marketing`, or `gitea:https://git.acme.example/acme/marketing`. With it the reviews there are the approvals.
   */
  forge?: string;
}
/**
 * One requirement.
 *
 * This interface was referenced by `Policy`'s JSON-Schema
 * via the `definition` "rule".
 */
export interface Rule {
  /**
   * Shown in the checklist.
   */
  name: string;
  /**
   * When it applies; all conditions must hold. Empty: always.
   */
  when?: {
    /**
     * Risk levels.
     *
     * Items: A level.
     */
    risk?: ('low' | 'medium' | 'high' | 'critical')[];
    /**
     * Total spend above this.
     */
    'spend-over'?: string;
    /**
     * More people than this.
     */
    'audience-over'?: number;
    /**
     * Countries the audience lives in, ISO 3166-1 alpha-2, with a region where a state has its own law.
     *
     * Items: A country, or country and state.
     */
    markets?: string[];
    /**
     * Brands.
     *
     * Items: A brand.
     */
    brands?: string[];
    /**
     * Platforms.
     *
     * Items: A platform.
     */
    platforms?: string[];
  };
  /**
   * How many different people.
   */
  count: number;
  /**
   * Groups they must belong to.
   *
   * Items: A group.
   */
  from: string[];
  /**
   * What an approver has to answer in the review, by lines such as `Answer claim: yes`.
   *
   * Items: A question.
   */
  questions?: {
    /**
     * Its name in the answer.
     */
    id: string;
    /**
     * The question.
     */
    ask: string;
    /**
     * Groups whose members may answer; without it those whom the rule asks to approve.
     *
     * Items: A group.
     */
    from?: string[];
  }[];
  /**
   * True asks for the client's word besides, recorded by an approver in a line such as `Client: Jo Doe, by e-mail of 3 March`.
   */
  client?: boolean;
}
