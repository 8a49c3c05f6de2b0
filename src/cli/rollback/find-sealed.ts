import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Engine } from '../../execute/engine.ts';
import { readSealedLog } from '../../execute/check-rollback.ts';
import { readSnapshot, type Snapshot } from '../../execute/snapshot.ts';
import type { Log } from '../../generated/types/log.ts';
import type { Entry } from '../../journal/entry.ts';

/** The newest sealed log of an execution, by the ULID of its manifest or the start of its execution id. */
export async function findSealed(engine: Engine, id: string): Promise<Result<Log>> {
  const snapshot = await readSnapshot(engine);
  if (!snapshot.ok) return snapshot;
  const seal = snapshot.value.log.entries.findLast((entry) => isSealOf(entry, engine.world, id))?.body;
  const log = seal?.kind === 'SEAL' ? await readSealedLog(engine, snapshot.value, seal.execution) : null;
  if (log !== null) return success(log);
  return failure([
    isOpen(snapshot.value, id)
      ? finding('execution/not-sealed', { id, state: 'not finished' })
      : finding('execution/unknown-id', { id }),
  ]);
}

function isSealOf({ body, world }: Entry, ours: string, id: string): boolean {
  if (body.kind !== 'SEAL' || world !== ours) return false;
  const isUlid = body.path.includes(`/${id.toUpperCase()}.`);
  return isUlid || (id.length >= 4 && body.execution.startsWith(id.toLowerCase()));
}

function isOpen({ tips }: Snapshot, id: string): boolean {
  return id.length >= 4 && [...tips.keys()].some((executionId) => executionId.startsWith(id.toLowerCase()));
}
