import type { Action, StepPlan } from '../core/contract.ts';
import type { Connection, Step } from '../generated/types/plan.ts';

/** A step of the manifest with the code that carries it out and the account that it goes to. */
export interface ResolvedStep {
  readonly id: string;
  readonly uses: string;
  readonly needs: readonly string[];
  readonly input: unknown;
  readonly action: Action;
  readonly connection: Connection;
}

/** A step after `assemble`: ready for the effects, and in words for people. */
export interface AssembledStep {
  readonly resolved: ResolvedStep;
  readonly plan: StepPlan;
  readonly step: Step;
}
