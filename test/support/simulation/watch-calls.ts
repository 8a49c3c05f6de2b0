import type { WireRequest } from '../../../src/core/ports.ts';
import { operationKeyOf } from '../../../src/core/identity.ts';
import { digestOfRequest } from '../../../src/execute/wire-request.ts';
import type { Entry } from '../../../src/journal/entry.ts';
import type { Planned } from './scenario.ts';
import { names, type SimulatedWorld } from './simulated-world.ts';

/** What became durable when: nothing may be activated later than permission lasts after it. */
export interface Stops {
  frozenSince: number | null;
  readonly voidSince: Map<string, number>;
}

/**
 * Looks at every request at the moment when it leaves: behind a durable intent for exactly these bytes, within its time,
 * and not later than the promise of the kill switch.
 */
export function watchCalls(world: SimulatedWorld, executions: readonly Planned[], stops: Stops): string[] {
  const problems: string[] = [];
  world.watch = (request) => {
    const { now } = world.turns;
    if (!hasIntent(world, executions, request, now))
      problems.push(`${request.method} ${request.path} left at ${now} without a durable intent in its time`);
    const owner = ownerOfPin(executions, request);
    if (owner === null) return;
    for (const since of [stops.frozenSince, stops.voidSince.get(owner)])
      if (typeof since === 'number' && now > since + world.timings.notAfter)
        problems.push(`a pin of ${owner.slice(0, 8)} left ${now - since} ms after the stop was durable`);
  };
  return problems;
}

function hasIntent(world: SimulatedWorld, executions: readonly Planned[], request: WireRequest, now: number): boolean {
  const digest = digestOfRequest(request);
  // Part of a batch: it needs what another call of the same intent answers, so its bytes are not known before.
  const isDressing = request.method === 'PUT';
  return executions.some(({ executionId }) =>
    world.origin.texts(names.execution(executionId)).some((text) => {
      const { body } = JSON.parse(text) as Entry;
      const isInTime = body.kind === 'INTENT' && Date.parse(body.notAfter) >= now;
      return (
        isInTime && body.operations.some((one) => (isDressing ? one.operation === 'dress' : one.request === digest))
      );
    }),
  );
}

function ownerOfPin(executions: readonly Planned[], { method, body }: WireRequest): string | null {
  if (method !== 'POST') return null;
  const { what, step, key } = JSON.parse(new TextDecoder().decode(body)) as Record<string, string>;
  if (what !== 'pin') return null;
  const owner = executions.find((one) => operationKeyOf(one.executionId, step ?? '', 'pin', 'do') === key);
  return owner?.executionId ?? 'nobody';
}
