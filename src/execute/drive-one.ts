import { reduce } from '../journal/reduce.ts';
import { sandboxTimings, type Timings } from '../journal/timings.ts';
import type { JournalState } from '../journal/state.ts';
import { attemptOf, type Attempt } from './attempt.ts';
import type { Reloaded } from './candidate.ts';
import type { Chain } from './chain-writer.ts';
import { readDefaultBranch, type DefaultBranch } from './discover.ts';
import { driveExecution } from './drive-execution.ts';
import type { Engine } from './engine.ts';
import type { Session } from './session.ts';

/** Drives one execution from its journal as far as it goes now. */
export async function drive(engine: Engine, chain: Chain, executionId: string, path: string): Promise<Attempt> {
  const state = reduce(chain.entries);
  if (state === null) throw new Error(`the journal ${chain.ref} does not begin with an approval`);
  const { base, effects } = state.authorised;
  const bound: Engine = { ...engine, timings: timingsOf(engine, state), execution: { brand: effects.brand, base } };
  const session: Session = {
    executionId,
    chain,
    // After a wait this very process goes on under the claim that it still holds.
    epoch: state.lease?.runner === engine.runner ? state.epoch : null,
    reload: () => reload(engine, chain, executionId),
    waiting: [],
    unrecorded: [],
    throttled: 0,
    late: 0,
  };
  const stop = await driveExecution(bound, session);
  return attemptOf(session, stop, path);
}

/** What the default branch says now. */
async function reload(engine: Engine, chain: Chain, executionId: string): Promise<Reloaded> {
  const branch = await currentBranch(engine);
  const authorised = reduce(chain.entries)?.authorised;
  if (branch === null || authorised === undefined) return { is: 'broken', findings: [] };
  return findAgain(branch, authorised, executionId);
}

/** Found by identity, wherever the folder was moved to; where it was is looked at first. */
async function findAgain(
  branch: DefaultBranch,
  { path, effects }: JournalState['authorised'],
  executionId: string,
): Promise<Reloaded> {
  const key = `${effects.id}.${effects.generation}`;
  let broken: Reloaded = { is: 'gone' };
  for (const folder of branch.folders.toSorted((a, b) => Number(b === path) - Number(a === path))) {
    const match = folder === path ? 'yes' : await matchHint(branch, folder, key);
    if (match === 'no') continue;
    const candidate = await branch.candidate(folder);
    if ('findings' in candidate && match === 'yes') broken = { is: 'broken', findings: candidate.findings };
    if (!('findings' in candidate) && candidate.executionId === executionId) return { is: 'found', candidate };
  }
  return broken;
}

/** No hint proves nothing: YAML can be written in many ways. */
async function matchHint(branch: DefaultBranch, folder: string, key: string): Promise<'yes' | 'no' | 'perhaps'> {
  const hint = await branch.hint(folder);
  return hint === null ? 'perhaps' : hint.key === key ? 'yes' : 'no';
}

/** The branch as last read, while its tip did not move. */
async function currentBranch(engine: Engine): Promise<DefaultBranch | null> {
  const { commit } = await engine.repository.defaultBranch();
  const known = engine.branch.current;
  if (known !== null && known.tip === commit) return known;
  const read = await readDefaultBranch(engine, engine.branch.base);
  if (!read.ok) return null;
  engine.branch.current = read.value;
  return read.value;
}

/** Servers on this machine answer at once: an execution that touches nothing else need not wait as long for them. */
function timingsOf(engine: Engine, { authorised }: JournalState): Timings {
  const { steps } = authorised.effects;
  return steps.length > 0 && steps.every(({ connection }) => connection.test) ? sandboxTimings : engine.timings;
}
