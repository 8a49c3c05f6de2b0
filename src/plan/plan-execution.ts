import { finding, type Finding } from '../core/finding.ts';
import { digestOf } from '../core/identity.ts';
import type { Registry } from '../core/registry.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Effects, Plan } from '../generated/types/plan.ts';
import type { LoadedBrand, LoadedExecution } from '../load/types.ts';
import { assembleSteps } from './assemble-steps.ts';
import { checkExpressions } from './check-expressions.ts';
import { explain } from './explain.ts';
import { findUnusedOutputs } from './find-unused-outputs.ts';
import { orderSteps } from './order-steps.ts';
import { checkContinuation, doneSteps } from './check-continuation.ts';
import { planRollback } from './plan-rollback.ts';
import { resolveSchedule } from './resolve-schedule.ts';
import { loadActions, resolveSteps } from './resolve-steps.ts';
import type { AssembledStep } from './types.ts';

/**
 * The plan of an execution: pure data, the same wherever and whenever it is made. Effects depend on the manifest, the
 * files it refers to, the brand entries it uses and the versions of the actions; on nothing else.
 */
export async function planExecution(
  execution: LoadedExecution,
  brand: LoadedBrand,
  repository: string,
  registry: Registry,
): Promise<Result<Plan>> {
  const continued = checkContinuation(execution);
  if (!continued.ok) return continued;
  if (execution.manifest['rolls-back'] !== undefined) return planRollback(execution, repository, registry);
  if (execution.steps.length === 0) return failure([finding('plan/no-steps', {}, execution.place('/steps'))]);
  const actions = await loadActions([...execution.steps, ...doneSteps(execution)], registry);
  const expressions = new Map(execution.steps.map((step) => [step.id, checkExpressions(step, execution, actions)]));
  const resolved = await resolveSteps(execution, brand, registry, actions);
  const schedule = await resolveSchedule(execution);
  // Content is looked at all the same: one run shows everything that is wrong.
  const assembled = resolved.ok ? await assembleSteps(resolved.value, execution, brand, actions) : resolved;
  const problems = [
    ...[...expressions.values()].flatMap(({ findings }) => findings),
    ...[assembled, schedule].flatMap((one) => (one.ok ? [] : one.error)),
    ...cycleFindings(execution),
  ];
  if (!schedule.ok || !assembled.ok || problems.length > 0) return failure(problems);
  const unused = assembled.value.flatMap((one) => findUnusedOutputs(expressions.get(one.step.id)?.uses ?? [], one));
  if (unused.length > 0) return failure(unused);
  const steps = inOrder(assembled.value);
  const effects = effectsOf(execution, repository, steps, schedule.value);
  return success({
    version: 1,
    digest: digestOf(effects),
    effects,
    explanation: explain(execution, brand, steps),
  });
}

function effectsOf(
  execution: LoadedExecution,
  repository: string,
  steps: readonly AssembledStep[],
  schedule: Effects['schedule'] | null,
): Effects {
  const { manifest, media, continuation } = execution;
  const files = new Map(media.map(({ sha256, bytes, type }) => [sha256, { sha256, bytes, type }]));
  return {
    version: 1,
    repository,
    id: manifest.id,
    generation: manifest.generation,
    brand: manifest.brand,
    ...(schedule === null || schedule === undefined ? {} : { schedule }),
    'on-failure': manifest['on-failure'] ?? 'rollback',
    ...(continuation && { continues: continuation.continues }),
    steps: steps.map(({ step }) => step),
    media: [...files.values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
  };
}

function inOrder(steps: readonly AssembledStep[]): readonly AssembledStep[] {
  const ids = new Set(steps.map(({ step }) => step.id));
  const ordered = steps.map((assembled) => ({
    assembled,
    id: assembled.step.id,
    // What the execution before has done needs no place any more.
    needs: assembled.step.needs.filter((need) => ids.has(need)),
    isIrreversible: assembled.step.reversibility === 'none',
    isBlind: assembled.step.operations.some(({ phase, provider }) => phase === 'activate' && provider.class === 'N'),
  }));
  return orderSteps(ordered).order.map(({ assembled }) => assembled);
}

function cycleFindings(execution: LoadedExecution): Finding[] {
  const ids = new Set(execution.steps.map(({ id }) => id));
  const steps = execution.steps.map(({ id, needs }) => ({
    id,
    // A need that names nothing is reported by itself.
    needs: needs.filter((need) => ids.has(need)),
    isIrreversible: false,
    isBlind: false,
  }));
  const { cycle } = orderSteps(steps);
  return cycle === null
    ? []
    : [finding('plan/cycle', { steps: cycle }, execution.place(`/steps/${cycle[0] ?? ''}/needs`))];
}
