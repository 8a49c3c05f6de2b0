/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * `policy-tests/*.yaml`: cases that the policy must decide as expected; `mergecast policy test` runs them.
 */
export interface PolicyTest {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * Cases, each on its own.
   *
   * @minItems 1
   */
  cases: [Case, ...Case[]];
}
/**
 * One case.
 *
 * This interface was referenced by `PolicyTest`'s JSON-Schema
 * via the `definition` "case".
 */
export interface Case {
  /**
   * What it shows, as a sentence.
   */
  name: string;
  given: Given;
  expect: Expect;
}
/**
 * What is proposed, by whom, and what was said about it.
 *
 * This interface was referenced by `PolicyTest`'s JSON-Schema
 * via the `definition` "given".
 */
export interface Given {
  /**
   * Slug of the brand.
   */
  brand: string;
  /**
   * Risk of the execution.
   */
  risk?: 'low' | 'medium' | 'high' | 'critical';
  /**
   * Platforms that it uses.
   *
   * Items: A platform.
   */
  platforms?: string[];
  /**
   * Where the audience lives; without it every rule about markets applies, because nobody knows.
   *
   * Items: A country, or country and state.
   */
  markets?: string[];
  /**
   * How many people get it.
   */
  audience?: number;
  /**
   * What it may spend at most.
   */
  spend?: string;
  /**
   * What the brand may spend in a month.
   */
  ceiling?: string;
  /**
   * When it is judged, in UTC; else 2 March 2027, noon.
   */
  now?: string;
  /**
   * Who opened the pull request.
   */
  author: string;
  /**
   * Its commits; else one by the author.
   *
   * Items: A commit of the pull request.
   */
  commits?: {
    /**
     * Who wrote and committed it.
     */
    by: string;
    /**
     * Who helped, by `Co-authored-by`.
     *
     * Items: Somebody.
     */
    'co-authors'?: string[];
  }[];
  /**
   * Who pushed to its branch; else the author.
   *
   * Items: Somebody.
   */
  pushers?: string[];
  /**
   * Who asked for it or filed a form.
   */
  'proposed-by'?: string;
  /**
   * Branch that it goes to, if not the default branch.
   */
  base?: string;
  /**
   * Members of teams of the forge; a team that is not listed could not be read.
   */
  teams?: {
    /**
     * Members.
     *
     * Items: Somebody.
     */
    [k: string]: string[];
  };
  /**
   * Reviews, oldest first.
   */
  reviews?: Review[];
}
/**
 * A review of the pull request, oldest first.
 *
 * This interface was referenced by `PolicyTest`'s JSON-Schema
 * via the `definition` "review".
 */
export interface Review {
  /**
   * Who gave it: a key of `people`, an account (`github:583231`), an e-mail address (then a signed approval in plain git), or any other name: a stranger.
   */
  by: string;
  /**
   * What it says.
   */
  says?: 'approved' | 'changes-requested' | 'commented' | 'dismissed' | 'pending';
  /**
   * Whether the commit that was looked at holds this content, other content, or is gone.
   */
  of?: 'this' | 'other' | 'gone';
  /**
   * When, in UTC; else the day before.
   */
  at?: string;
  /**
   * Its text, such as `Spend: 12500.00 EUR`. `DIGEST` stands for the digest that is judged.
   */
  body?: string;
  /**
   * What the account may do in the repository; else it could not be read.
   */
  permission?: 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';
  /**
   * True for an account that the forge calls a bot.
   */
  bot?: boolean;
}
/**
 * What the policy must make of it. What is not named is not compared.
 *
 * This interface was referenced by `PolicyTest`'s JSON-Schema
 * via the `definition` "expect".
 */
export interface Expect {
  /**
   * Whether it may be executed.
   */
  approved: boolean;
  /**
   * Exactly these count.
   *
   * Items: Somebody.
   */
  counted?: string[];
  /**
   * These do not count, for a reason that contains these words.
   */
  ignored?: {
    /**
     * A part of the reason.
     */
    [k: string]: string;
  };
  /**
   * Exactly these rules need more.
   *
   * Items: Name of a rule.
   */
  missing?: string[];
  /**
   * These codes are among the findings.
   *
   * Items: A code.
   */
  findings?: string[];
}
