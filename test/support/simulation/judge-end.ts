import { operationKeyOf } from '../../../src/core/identity.ts';
import type { Entry } from '../../../src/journal/entry.ts';
import { reduce } from '../../../src/journal/reduce.ts';
import type { JournalState } from '../../../src/journal/state.ts';
import type { Thing } from './paper-platform.ts';
import type { Planned } from './scenario.ts';
import { names, type SimulatedWorld } from './simulated-world.ts';

/** What must hold when everything is quiet, execution by execution. */
export function judgeEnd(world: SimulatedWorld, executions: readonly Planned[]): string[] {
  return [...world.platform.offences, ...executions.flatMap((one) => judgeOne(world, one))];
}

function judgeOne(world: SimulatedWorld, planned: Planned): string[] {
  const texts = world.origin.texts(names.execution(planned.executionId));
  const state = reduce(texts.map((text) => JSON.parse(text) as Entry));
  const things = world.platform.things;
  const of = (step: string, operation: 'pin' | 'draft'): Thing[] => {
    const key = operationKeyOf(planned.executionId, step, operation, 'do');
    return things.filter((one) => one.key === key);
  };
  const twice = planned.steps.filter(({ id }) => of(id, 'pin').length > 1);
  const name = `${planned.folder.slice(-1)} (${state?.ended?.state ?? state?.phase ?? 'no journal'})`;
  const problems = [
    ...twice.map(({ id }) => `${id} was pinned ${of(id, 'pin').length} times`),
    ...(state === null ? [] : judgeState(state, planned, of)),
  ];
  return problems.map((problem) => `${name}: ${problem}`);
}

type Of = (step: string, operation: 'pin' | 'draft') => Thing[];

function judgeState(state: JournalState, planned: Planned, of: Of): string[] {
  const drafts = planned.steps.flatMap(({ id }) => extraDrafts(state, id, of(id, 'draft')));
  switch (state.phase) {
    case 'SUCCEEDED':
      return [...drafts, ...judgeSealed(state), ...judgeSuccess(planned, of)];
    case 'ENDED':
      return [...drafts, ...judgeSealed(state), ...judgeEnded(state, planned, of)];
    case 'NEEDS-HUMAN':
      return state.question === null ? ['it asks nothing'] : [];
    case 'AUTHORISED':
      return planned.steps.some(({ id }) => of(id, 'pin').length > 0) ? ['it did something unclaimed'] : [];
    default:
      return [`it is neither finished nor parked for a person: ${JSON.stringify(state.waiting)}`];
  }
}

function judgeSealed({ sealed }: JournalState): string[] {
  return sealed === null ? ['it was not sealed'] : [];
}

function judgeSuccess(planned: Planned, of: Of): string[] {
  return planned.steps.flatMap(({ id, input }) => [
    ...(of(id, 'pin').filter(({ removedAt }) => removedAt === null).length === 1 ? [] : [`${id} does not hang there`]),
    ...(input.draft === undefined || of(id, 'draft').some(({ isDressed }) => isDressed)
      ? []
      : [`${id} is not dressed`]),
  ]);
}

function judgeEnded(state: JournalState, planned: Planned, of: Of): string[] {
  const pins = planned.steps.flatMap(({ id }) => of(id, 'pin'));
  switch (state.ended?.state) {
    case 'REFUSED':
    case 'CANCELLED':
      return pins.length > 0 ? ['it was refused, and something was pinned'] : [];
    case 'COMPENSATED':
      return [...leftPins(state, planned, of), ...judgeOrder(state, of)];
    default:
      return [];
  }
}

/** What can be undone is undone, except for what a step needs that cannot be. */
function leftPins(state: JournalState, planned: Planned, of: Of): string[] {
  const why = state.ended?.why ?? '';
  const stays = new Set(/stays: (.*)$/.exec(why)?.[1]?.split(', ') ?? []);
  return planned.steps.flatMap(({ id, input }) => {
    const isThere = of(id, 'pin').some(({ removedAt }) => removedAt === null);
    if (isThere && input.undo && !stays.has(id)) return [`${id} was not taken down`];
    return isThere && !stays.has(id) ? [`nobody is told that ${id} stays`] : [];
  });
}

/** The last that went up comes down first. */
function judgeOrder({ authorised }: JournalState, of: Of): string[] {
  const removed = authorised.effects.steps.flatMap(({ id }) => of(id, 'pin').map(({ removedAt }) => removedAt));
  const times = removed.filter((at) => at !== null);
  return times.every((at, index) => index === 0 || (times[index - 1] ?? 0) >= at) ? [] : ['undone in the wrong order'];
}

/** A second draft may exist, if somebody is told. */
function extraDrafts(state: JournalState, step: string, drafts: readonly Thing[]): string[] {
  const left = drafts.filter(({ removedAt }) => removedAt === null).length;
  return left > 1 && !state.orphans.some((one) => one.startsWith(`${step}/draft`))
    ? [`${left} drafts of ${step}, not listed`]
    : [];
}
