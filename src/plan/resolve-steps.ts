import type { Action } from '../core/contract.ts';
import { finding, type Finding } from '../core/finding.ts';
import { nearestWord } from '../core/nearest-word.ts';
import type { Registry } from '../core/registry.ts';
import { combine, failure, success, type Result } from '../core/result.ts';
import type { LoadedBrand, LoadedExecution, LoadedStep } from '../load/types.ts';
import { doneSteps } from './check-continuation.ts';
import { resolveConnection } from './resolve-connection.ts';
import type { ResolvedStep } from './types.ts';

/** Loads the actions that the steps use, by step id, and those alone; unknown ones are left out. */
export async function loadActions(
  steps: readonly Pick<LoadedStep, 'id' | 'uses'>[],
  registry: Registry,
): Promise<ReadonlyMap<string, Action>> {
  const loaded = await Promise.all(
    steps.map(async ({ id, uses }): Promise<[string, Action][]> => {
      const registered = Object.hasOwn(registry.actions, uses) ? registry.actions[uses] : undefined;
      return registered === undefined ? [] : [[id, await registered.load()]];
    }),
  );
  return new Map(loaded.flat());
}

/** Every step with its action and its connection by value; all problems at once. */
export async function resolveSteps(
  execution: LoadedExecution,
  brand: LoadedBrand,
  registry: Registry,
  actions: ReadonlyMap<string, Action>,
): Promise<Result<ResolvedStep[]>> {
  const ids = [...execution.steps, ...doneSteps(execution)].map(({ id }) => id);
  return combine(
    await Promise.all(
      execution.steps.map(async (step): Promise<Result<ResolvedStep>> => {
        const problems = unknownNeeds(step, ids, execution);
        const action = actions.get(step.id);
        const load = registry.connectors[step.uses.split('/')[0] ?? ''];
        if (action === undefined || load === undefined)
          return failure([...problems, unknownAction(step, execution, registry)]);
        const connection = resolveConnection(step, execution, brand, await load());
        if (!connection.ok || problems.length > 0)
          return failure([...problems, ...(connection.ok ? [] : connection.error)]);
        const { id, uses, input } = step;
        return success({
          id,
          uses,
          input,
          needs: [...new Set(step.needs)].toSorted(),
          action,
          connection: connection.value,
        });
      }),
    ),
  );
}

function unknownAction(step: LoadedStep, execution: LoadedExecution, registry: Registry): Finding {
  const known = Object.keys(registry.actions);
  const place = execution.place(`/steps/${step.id}/uses`);
  return finding('plan/unknown-action', { name: step.uses, known, nearest: nearestWord(step.uses, known) }, place);
}

function unknownNeeds(step: LoadedStep, ids: readonly string[], execution: LoadedExecution): Finding[] {
  const known = ids.filter((id) => id !== step.id);
  return step.needs.flatMap((name, index) => {
    if (ids.includes(name)) return [];
    const place = execution.place(`/steps/${step.id}/needs/${index}`);
    return [finding('plan/unknown-step', { name, known, nearest: nearestWord(name, known) }, place)];
  });
}
