import { canonicalJson } from '../core/canonical.ts';
import { finding, type Finding } from '../core/finding.ts';
import type { Log } from '../generated/types/log.ts';
import { rollbackOf } from '../journal/rollback-of.ts';
import { undoneSteps } from '../plan/index.ts';
import type { Candidate } from './candidate.ts';
import type { Engine } from './engine.ts';
import type { Snapshot } from './snapshot.ts';

/** The sealed log of an execution by its identity, out of verified entries; null where this world has none. */
export async function readSealedLog(
  engine: Engine,
  snapshot: Pick<Snapshot, 'log'>,
  executionId: string,
): Promise<Log | null> {
  const seal = snapshot.log.entries.find(({ body }) => body.kind === 'SEAL' && body.execution === executionId)?.body;
  if (seal?.kind !== 'SEAL' || snapshot.log.tip === null) return null;
  const text = await engine.store.readFile(snapshot.log.tip, seal.path);
  return text === null ? null : (JSON.parse(text) as Log);
}

/**
 * Whether a rollback is what the sealed log says, word for word: a forged receipt would let somebody undo what belongs
 * to others. Executions that roll nothing back have nothing to compare.
 */
export async function checkRollback(engine: Engine, snapshot: Snapshot, candidate: Candidate): Promise<Finding[]> {
  const { 'rolls-back': wanted, steps } = candidate.plan.effects;
  if (wanted === undefined) return [];
  const place = { file: `${candidate.folder}/rollback.json` };
  const log = await readSealedLog(engine, snapshot, wanted.execution);
  if (log === null) return [finding('execution/rollback-unknown', { executionId: wanted.execution }, place)];
  const known = rollbackOf(log);
  const isSame =
    known !== null &&
    log.brand === candidate.brand &&
    canonicalJson(known['rolls-back']) === canonicalJson(wanted) &&
    canonicalJson(undoneSteps(known)) === canonicalJson(steps);
  return isSame ? [] : [finding('execution/rollback-differs', { executionId: wanted.execution }, place)];
}
