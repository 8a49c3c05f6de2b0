import type { Action, Connector, Reference } from './contract.ts';
import type { Validator } from './validator.ts';

/** An action as the generated registry lists it: nothing is loaded before it is used. */
export interface RegisteredAction {
  load(): Promise<Action>;
  /** Places in the input that name files; read off the schema. */
  readonly references: readonly Reference[];
  validate(): Promise<Validator>;
}

/** What steps can use. The real one is `src/generated/registry.ts`; tests pass their own. */
export interface Registry {
  readonly connectors: Readonly<Record<string, () => Promise<Connector>>>;
  readonly actions: Readonly<Record<string, RegisteredAction>>;
}
