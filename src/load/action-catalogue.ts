import type { Registry } from '../core/registry.ts';
import type { ActionCatalogue } from './types.ts';

/** What loading must know of the actions of a registry; the validator of an action is loaded when a step uses it. */
export function actionCatalogue(registry: Pick<Registry, 'actions'>): ActionCatalogue {
  return {
    known: Object.keys(registry.actions),
    action: async (uses) => {
      const registered = Object.hasOwn(registry.actions, uses) ? registry.actions[uses] : undefined;
      if (registered === undefined) return null;
      const validator = await registered.validate();
      return {
        references: registered.references,
        validate: (input) => (validator(input) ? [] : [...(validator.errors ?? [])]),
      };
    },
  };
}
