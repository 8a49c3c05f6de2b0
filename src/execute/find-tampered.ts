import { finding, type Finding } from '../core/finding.ts';
import { reduce } from '../journal/reduce.ts';
import type { Engine } from './engine.ts';
import { isOtherWorld } from './find-halted.ts';
import { isLogged } from './is-logged.ts';
import { openChain } from './open-chain.ts';
import type { Snapshot } from './snapshot.ts';

/** A finished execution whose records somebody changed since. */
export interface Tampered {
  readonly brand: string;
  readonly finding: Finding;
}

/**
 * Looks at the journals of what is finished. Nothing more is sent for those, but whoever changed one may have changed
 * more. Only one that moved since this runner saw it is read: the cost does not grow with what is finished.
 */
export async function findTampered(engine: Engine, snapshot: Snapshot): Promise<Tampered[]> {
  const found: Tampered[] = [];
  for (const { body } of snapshot.log.entries) {
    const tip = body.kind === 'SEAL' ? snapshot.tips.get(body.execution) : undefined;
    if (body.kind !== 'SEAL' || tip === undefined) continue;
    const ref = engine.names.execution(body.execution);
    const seen = await engine.witness.seen(ref);
    if (seen === null || seen.commit === tip) continue;
    const chain = await openChain(engine, ref, body.execution, tip);
    if (chain.ok || isOtherWorld(engine, chain.error)) continue;
    found.push(...chain.error.map((problem) => ({ brand: body.path.split('/')[1] ?? '*', finding: problem })));
  }
  return [...found, ...(await findUnlogged(engine, snapshot))];
}

/** Journals and the log are sealed in one push: a journal that says so while the log does not shows that the log was cut. */
async function findUnlogged(engine: Engine, snapshot: Snapshot): Promise<Tampered[]> {
  const found: Tampered[] = [];
  for (const [executionId, tip] of snapshot.tips) {
    if (snapshot.logged.has(executionId)) continue;
    const ref = engine.names.execution(executionId);
    const chain = await openChain(engine, ref, executionId, tip);
    const state = chain.ok ? reduce(chain.value.entries) : null;
    if (state === null || state.sealed === null || (await isLogged(engine, executionId, state))) continue;
    const { path } = state.sealed;
    found.push({ brand: state.authorised.effects.brand, finding: finding('journal/log-missing', { path, ref }) });
  }
  return found;
}
