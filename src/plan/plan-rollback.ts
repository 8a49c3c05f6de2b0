import type { Action } from '../core/contract.ts';
import { finding } from '../core/finding.ts';
import { digestOf } from '../core/identity.ts';
import type { Registry } from '../core/registry.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Effects, Explanation, Plan, Step } from '../generated/types/plan.ts';
import type { Rollback } from '../generated/types/rollback.ts';
import type { LoadedExecution } from '../load/types.ts';

/**
 * The plan of an execution that undoes a finished one. Its effects are the steps as they were executed and what they
 * left behind, copied from the sealed log into the folder: the same files give the same digest, and before anything is
 * undone the copy is compared with the log itself.
 */
export async function planRollback(
  execution: LoadedExecution,
  repository: string,
  registry: Registry,
): Promise<Result<Plan>> {
  const { rollback, manifest } = execution;
  if (rollback === undefined || Object.keys(manifest.steps).length > 0)
    return failure([finding('plan/rollback-with-steps', {}, execution.place('/steps'))]);
  const steps = undoneSteps(rollback);
  if (steps.length === 0) return failure([finding('plan/nothing-to-roll-back', {}, execution.place('/rolls-back'))]);
  const effects: Effects = {
    version: 1,
    repository,
    id: manifest.id,
    generation: manifest.generation,
    brand: manifest.brand,
    'on-failure': 'stop',
    'rolls-back': rollback['rolls-back'],
    steps,
    media: [],
  };
  const actions = await Promise.all(steps.map(async ({ uses }) => registry.actions[uses]?.load()));
  return success({
    version: 1,
    digest: digestOf(effects),
    effects,
    explanation: explainRollback(execution, steps, actions),
  });
}

/** Steps that left something behind; nobody is written to and nothing is spent when they are undone. */
export function undoneSteps({ steps, 'rolls-back': { done } }: Rollback): Step[] {
  const touched = new Set(done.map(({ step }) => step));
  return steps
    .filter(({ id }) => touched.has(id))
    .map(({ audience: _audience, spend: _spend, ...step }) => ({ ...step, fees: [] }));
}

const levels = ['low', 'medium', 'high', 'critical'] as const;

function explainRollback(
  { manifest, folder }: LoadedExecution,
  steps: readonly Step[],
  actions: readonly (Action | undefined)[],
): Explanation {
  const floors = actions.map((action) => levels.indexOf(action?.riskFloor ?? 'critical'));
  return {
    summary: manifest.summary,
    path: folder,
    risk: levels[Math.max(0, ...floors)] ?? 'critical',
    'risk-reasons': ['takes back what people have seen'],
    audience: 0,
    reversibility: 'stop-further',
    steps: steps.map((step, index) => ({
      id: step.id,
      title: `Undo: ${actions[index]?.title ?? step.uses}`,
      words: undoWords(step),
      undo: 'What is undone stays undone; to have it again, publish it again.',
    })),
    previews: [],
  };
}

function undoWords({ operations, connection }: Step): string {
  const words = operations.toReversed().flatMap(({ undo }) => undo.map((one) => one.words));
  const where = new URL(connection.origin).host;
  return words.length === 0 ? `Nothing on ${where} can be undone.` : `${words.join(' ')} (${where})`;
}
