import { canonicalJson } from '../core/canonical.ts';
import { finding, type Finding } from '../core/finding.ts';
import type { Log } from '../generated/types/log.ts';
import { continuationOf } from '../journal/continuation-of.ts';
import type { Entry } from '../journal/entry.ts';
import type { Candidate } from './candidate.ts';
import { readSealedLog } from './check-rollback.ts';
import type { Engine } from './engine.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Whether an execution is what remains of the one that it continues, word for word, and the only one: a forged output
 * would be sent to people, and a second one would send the remainder twice. Others continue nothing.
 */
export async function checkContinuation(engine: Engine, snapshot: Snapshot, candidate: Candidate): Promise<Finding[]> {
  const wanted = candidate.plan.effects.continues;
  if (wanted === undefined) return [];
  const { execution: executionId } = wanted;
  const place = { file: `${candidate.folder}/continues.json` };
  const log = await readSealedLog(engine, snapshot, executionId);
  if (log === null) {
    const isOpen = snapshot.tips.has(executionId);
    return [finding(isOpen ? 'execution/continues-open' : 'execution/continues-unknown', { executionId }, place)];
  }
  const known = continuationOf(log);
  const isSame =
    known.is === 'yes' && log.brand === candidate.brand && canonicalJson(known.continues) === canonicalJson(wanted);
  if (!isSame) return [finding('execution/continues-differs', { executionId }, place)];
  const by = await continuedBy(engine, snapshot, executionId);
  const isOther = by !== null && by !== candidate.executionId;
  return isOther ? [finding('execution/already-continued', { executionId, by }, place)] : [];
}

/** Which execution carries another one on; null where none does. One that ended without effect does not. */
export async function continuedBy(
  engine: Engine,
  snapshot: Pick<Snapshot, 'log'>,
  executionId: string,
): Promise<string | null> {
  for (const by of continuations(snapshot.log.entries, executionId).toReversed()) {
    const log = await readSealedLog(engine, snapshot, by);
    if (log === null || !isWithoutEffect(log)) return by;
  }
  return null;
}

/** Executions that began to carry another one on, oldest first. */
export function continuations(log: readonly Entry[], executionId: string): readonly string[] {
  return log.flatMap(({ body }) => (body.kind === 'CONTINUED' && body.execution === executionId ? [body.by] : []));
}

/** Refused or cancelled before anything was sent: what remains is still to be done. */
function isWithoutEffect({ state }: Pick<Log, 'state'>): boolean {
  return state === 'REFUSED' || state === 'CANCELLED';
}
