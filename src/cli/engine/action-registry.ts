import { actions, connectors } from '../../generated/registry.ts';
import { planExecution } from '../../plan/index.ts';
import type { ActionRegistry } from '../../execute/engine.ts';
import { actionCatalogue } from '../../load/index.ts';

/** The generated registry as the engine asks for it: every part is loaded when it is first used. */
export function actionRegistry(repositoryId: string): ActionRegistry {
  const registry = { connectors, actions };
  return {
    connector: async (id) => (Object.hasOwn(connectors, id) ? ((await connectors[id]?.()) ?? null) : null),
    action: async (uses) => (Object.hasOwn(actions, uses) ? ((await actions[uses]?.load()) ?? null) : null),
    catalogue: actionCatalogue(registry),
    plan: (execution, brand) => planExecution(execution, brand, repositoryId, registry),
  };
}
