import { reduce } from '../journal/reduce.ts';
import { sandboxTimings, type Timings } from '../journal/timings.ts';
import { attemptOf, type Attempt } from './attempt.ts';
import type { Broken, Candidate } from './candidate.ts';
import type { Chain } from './chain-writer.ts';
import { readDefaultBranch, type DefaultBranch } from './discover.ts';
import { driveExecution } from './drive-execution.ts';
import type { Engine } from './engine.ts';
import type { Session } from './session.ts';

/** Drives one execution from its journal as far as it goes now. */
export async function drive(engine: Engine, chain: Chain, executionId: string, path: string): Promise<Attempt> {
  const timed = { ...engine, timings: timingsOf(engine, chain) };
  const session: Session = {
    executionId,
    chain,
    epoch: null,
    reload: () => reload(engine, chain, executionId),
    waitingResults: [],
    throttled: 0,
  };
  const stop = await driveExecution(timed, session);
  return attemptOf(session, stop, path);
}

/** What the default branch says now: found by identity, wherever the folder was moved to. */
async function reload(engine: Engine, chain: Chain, executionId: string): Promise<Candidate | null> {
  const state = reduce(chain.entries);
  const branch = await currentBranch(engine);
  if (branch === null || state === null) return null;
  const { id, generation } = state.authorised.effects;
  for (const folder of [state.authorised.path, ...branch.folders]) {
    if (!branch.folders.includes(folder)) continue;
    const hint = await branch.hint(folder);
    if (hint?.key !== `${id}.${generation}`) continue;
    const candidate: Candidate | Broken = await branch.candidate(folder);
    if (!('findings' in candidate) && candidate.executionId === executionId) return candidate;
  }
  return null;
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
function timingsOf(engine: Engine, chain: Chain): Timings {
  const steps = reduce(chain.entries)?.authorised.effects.steps ?? [];
  return steps.length > 0 && steps.every(({ connection }) => connection.test) ? sandboxTimings : engine.timings;
}
