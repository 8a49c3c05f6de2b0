import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { continuedBy } from '../../execute/check-continuation.ts';
import type { Engine } from '../../execute/engine.ts';
import { readSnapshot } from '../../execute/snapshot.ts';
import type { Continues } from '../../generated/types/plan.ts';
import type { Log } from '../../generated/types/log.ts';
import { followUpOf, type FollowUp } from '../../history/follow-up-of.ts';

/** An ended execution with a remainder that nobody carries out yet. */
export interface OpenRemainder {
  readonly followUp: FollowUp;
  readonly continues: Continues;
}

/** What remains of a sealed execution; refused where nothing does, where it is in doubt, or where somebody carries it on. */
export async function readRemainder(engine: Engine, log: Log): Promise<Result<OpenRemainder>> {
  const followUp = followUpOf(log);
  const { continuation, path, executionId } = followUp;
  if (continuation.is === 'nothing') return failure([finding('execution/nothing-to-continue', { path })]);
  if (continuation.is === 'in-doubt')
    return failure([finding('execution/continues-in-doubt', { path, steps: continuation.steps })]);
  const snapshot = await readSnapshot(engine);
  if (!snapshot.ok) return snapshot;
  const by = await continuedBy(engine, snapshot.value, executionId);
  if (by !== null) return failure([finding('execution/already-continued', { executionId, by })]);
  return success({ followUp, continues: continuation.continues });
}
