import { finding, type Finding } from '../core/finding.ts';
import { executionIdOf } from '../core/identity.ts';
import { reduce } from '../journal/reduce.ts';
import type { DefaultBranch } from './discover.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { findLostReservation, type Snapshot } from './snapshot.ts';

/** Why nothing of a brand runs; `*` stands for all brands. */
export type Halted = ReadonlyMap<string, Finding>;

/**
 * Looks at every open journal before anything is driven. One that the executor did not sign, or of which a part is
 * missing, halts its whole brand: whoever pushed it may have pushed more. Whose brand it is says the manifest with that
 * identity; where there is none, all are halted.
 */
export async function findHalted(engine: Engine, snapshot: Snapshot, branch: DefaultBranch): Promise<Halted> {
  const halted = new Map<string, Finding>();
  for (const [executionId, tip] of snapshot.tips) {
    if (snapshot.logged.has(executionId)) continue;
    const ref = engine.names.execution(executionId);
    const chain = await openChain(engine, ref, executionId, tip);
    if (chain.ok) {
      const state = reduce(chain.value.entries);
      const [lost] = state === null ? [] : findLostReservation(engine, snapshot, executionId, state);
      if (state !== null && lost !== undefined) halted.set(state.authorised.effects.brand, lost);
    } else if (!isOtherWorld(engine, chain.error)) {
      const [problem] = chain.error;
      if (problem !== undefined) halted.set(await brandOf(engine, branch, executionId), problem);
    }
  }
  return halted;
}

/** All sandboxes share their refs; the journal of another one is none of our business. */
export function isOtherWorld(engine: Engine, problems: readonly Finding[]): boolean {
  return engine.world !== 'live' && problems.every(({ code }) => code === 'journal/misplaced-entry');
}

async function brandOf(engine: Engine, branch: DefaultBranch, executionId: string): Promise<string> {
  for (const folder of branch.folders) {
    const [id = '', generation = ''] = (await branch.hint(folder))?.key.split('.') ?? [];
    const identity = { repository: engine.repositoryId, id, generation: Number(generation) };
    if (executionIdOf(engine.world, identity) === executionId) return folder.split('/')[1] ?? '*';
  }
  return '*';
}

/** What keeps an execution of a brand from running; nothing where its own journal is the broken one, which says so itself. */
export function haltOf(halted: Halted, brand: string): readonly Finding[] {
  const cause = halted.get(brand) ?? halted.get('*');
  return cause === undefined ? [] : [finding('journal/brand-halted', { brand, why: cause.message })];
}
