import type { Action, Day } from './contract.ts';
import type { Finding, Place, Severity } from './finding.ts';
import type { Step } from '../generated/types/plan.ts';
import type { Profile } from '../generated/types/profile.ts';

/** A law, or a platform's own rule, as one small file: what it is, and a look at one step. */
export interface Rule {
  /** `<pack>/<rule>`, as its file is called. */
  readonly id: string;
  readonly title: string;
  /** What it rests on; one rule may carry several laws that ask for the same. */
  readonly laws: readonly Law[];
  /** Channels in which it applies. */
  readonly channels: readonly Action['channel'][];
  readonly severity: Severity;
  /** Pure: never throws, logs or reads files. */
  check(subject: RuleSubject): Iterable<Finding>;
  /** Each with its own expectation; a rule without both kinds fails the tests. */
  readonly cases: readonly RuleCase[];
}

/** A source of a rule. */
export interface Law {
  readonly id: string;
  /** Where the audience lives; `*` for everywhere. */
  readonly markets: readonly string[];
  readonly citation: string;
  /** Whether somebody has read the source; what nobody has read is shown as such and blocks only beside one that was. */
  readonly isVerified: boolean;
  readonly readOn: Day;
}

/** What a rule looks at: a step exactly as it will be sent. */
export interface RuleSubject {
  readonly step: Step;
  readonly channel: Action['channel'];
  /** Where the audience lives: as the step states it, else where the brand sells. */
  readonly markets: readonly string[];
  readonly profile: Profile;
  /** All literal texts of the step's requests. */
  readonly texts: readonly string[];
  /** Where to point: the text that people wrote. */
  readonly place: Place;
  /** The laws of this rule that apply in these markets. */
  readonly laws: readonly Law[];
}

/** Texts with the number of findings that they must give. */
export interface RuleCase {
  readonly name: string;
  readonly texts: readonly string[];
  readonly findings: number;
}
