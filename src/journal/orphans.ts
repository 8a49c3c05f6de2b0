import { addDuration } from '../core/duration.ts';
import { operationsOf, type Located } from './plan-facts.ts';
import { operationRef, type CallState, type JournalState } from './state.ts';

/** Inert things that stay on a platform, or may have stayed there: listed, never forgotten. */
export function orphansOf(state: JournalState): string[] {
  return operationsOf(state.authorised.effects)
    .filter(({ operation }) => operation.effect === 'inert')
    .flatMap((one) => [...possibleOrphans(state, one), ...(stands(state, one) ? [] : leftDrafts(state, one))]);
}

/** The whole step is live: what was prepared for it is part of it. */
function stands(state: JournalState, { step }: Located): boolean {
  return step.operations.every(({ id }) => {
    const known = state.operations.get(operationRef(step.id, id));
    return known?.do.state === 'DONE' && known.undo.state !== 'DONE';
  });
}

function leftDrafts(state: JournalState, { step, operation }: Located): string[] {
  const ref = operationRef(step.id, operation.id);
  const known = state.operations.get(ref);
  const stays = known?.do.state === 'DONE' && known.undo.state !== 'DONE' && known.undo.state !== 'NOTHING-TO-UNDO';
  return stays ? [`${ref}: ${known.do.receipt?.id ?? ''}`] : [];
}

/** Attempts without an answer that were made again: one of them may have made a second draft. */
function possibleOrphans(state: JournalState, { step, operation }: Located): string[] {
  const ref = operationRef(step.id, operation.id);
  const call = state.operations.get(ref)?.do;
  if (call?.doubts === undefined || call.doubts === 0) return [];
  const wasRecognised = operation.provider.class === 'K' && !isPast(call, operation.provider.window ?? 'PT0S');
  return wasRecognised ? [] : [`${ref}: perhaps ${call.doubts} more, from attempts without an answer`];
}

function isPast({ firstAt, intent }: CallState, window: string): boolean {
  if (firstAt === undefined || intent === undefined) return false;
  return new Date(intent.at) >= addDuration(new Date(firstAt), window);
}
