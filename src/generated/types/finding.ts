/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * A problem, with its permanent code.
 */
export interface Finding {
  /**
   * Permanent code; explained in docs/findings.md.
   */
  code: string;
  /**
   * What it does to the verdict; `cannot-verify` blocks too.
   */
  severity: 'block' | 'warn' | 'suggest' | 'cannot-verify';
  /**
   * What is wrong, in plain words.
   */
  message: string;
  /**
   * What to write instead.
   */
  hint: string;
  /**
   * File, relative to the repository.
   */
  file?: string;
  /**
   * Line, from 1.
   */
  line?: number;
  /**
   * Column, from 1.
   */
  column?: number;
  /**
   * The words that caused it.
   */
  evidence?: string;
}
