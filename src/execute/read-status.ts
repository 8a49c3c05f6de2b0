import type { Amount } from '../generated/types/plan.ts';
import type { Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import { reservedIn } from '../journal/ledger.ts';
import { reduce } from '../journal/reduce.ts';
import { isDue, type ApprovalVerdict, type FreezeScope } from '../authorize/index.ts';
import { readDefaultBranch, type DefaultBranch } from './discover.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { reasonOf, stateName, stepReports, type ExecutionReport } from './report-of.ts';
import { about, refused, reportOfBroken, reportOfLog } from './attempt.ts';
import type { Candidate } from './candidate.ts';
import type { JournalState } from '../journal/state.ts';
import { whyNot } from './why-not.ts';
import { readOwnLog, readSnapshot, type Snapshot } from './snapshot.ts';

export interface StatusReport {
  readonly executions: readonly ExecutionReport[];
  /** What each month holds, by brand. */
  readonly budget: readonly {
    readonly brand: string;
    readonly month: string;
    readonly reserved: readonly Amount[];
  }[];
  /** Freezes that hold now; empty where everything may start. */
  readonly frozen: readonly FreezeScope[];
}

/** Where everything stands; reads only. */
export async function readStatus(engine: Engine): Promise<Result<StatusReport, readonly Finding[]>> {
  const snapshot = await readSnapshot(engine);
  if (!snapshot.ok) return snapshot;
  const branch = await readDefaultBranch(engine, snapshot.value.control.base);
  if (!branch.ok) return failure(branch.error);
  const executions = await Promise.all(
    branch.value.folders.map((folder) => readOne(engine, snapshot.value, branch.value, folder)),
  );
  const frozen = snapshot.value.control.frozen.map(({ scope, by, reason }) => ({ scope, by, reason }));
  return success({ executions, budget: budgetOf(engine, snapshot.value), frozen });
}

async function readOne(
  engine: Engine,
  snapshot: Snapshot,
  branch: DefaultBranch,
  folder: string,
): Promise<ExecutionReport> {
  const log = await readOwnLog(engine, snapshot, (await branch.hint(folder))?.key ?? '');
  if (log !== null) return reportOfLog(log, folder);
  const candidate = await branch.candidate(folder);
  if ('findings' in candidate) return reportOfBroken(candidate);
  const tip = snapshot.tips.get(candidate.executionId);
  return tip === undefined
    ? beforeJournal(engine, candidate, await candidate.judge())
    : readJournal(engine, about(candidate), tip);
}

/** Nothing is written yet: what the next run would make of it. */
function beforeJournal(engine: Engine, candidate: Candidate, verdict: ApprovalVerdict): ExecutionReport {
  const { plan, policy, timezone } = candidate;
  const what = { ...about(candidate), steps: [] };
  if (!verdict.approved) {
    return { ...what, state: 'REFUSED', reason: whyNot(verdict), findings: verdict.findings };
  }
  const due = isDue(plan.effects, engine.dueNow(), policy, timezone);
  return due.is === 'waiting'
    ? { ...what, state: 'WAITING', reason: due.why, until: due.until.toISOString() }
    : { ...what, state: 'AUTHORISED', reason: 'approved; `mergecast run` executes it' };
}

async function readJournal(
  engine: Engine,
  what: { id: string; executionId: string; path: string },
  tip: string,
): Promise<ExecutionReport> {
  const ref = engine.names.execution(what.executionId);
  const chain = await openChain(engine, ref, what.executionId, tip);
  if (!chain.ok) return refused(what, chain.error).report;
  const state = reduce(chain.value.entries);
  return state === null ? refused(what, []).report : reportOfState(engine, what, state);
}

function reportOfState(
  engine: Engine,
  what: { id: string; executionId: string; path: string },
  state: JournalState,
): ExecutionReport {
  const reason = reasonOf(state);
  const at = state.authorised.effects.schedule?.at;
  const until = state.phase === 'AUTHORISED' && at !== undefined && new Date(at) > engine.dueNow() ? at : null;
  return {
    ...what,
    state: until === null ? stateName(state) : 'WAITING',
    steps: stepReports(state),
    ...(reason !== undefined && { reason }),
    ...(until !== null && { until }),
  };
}

function budgetOf(engine: Engine, snapshot: Snapshot): StatusReport['budget'] {
  return [...snapshot.ledgers].map(([ref, ledger]) => {
    const [brand = '', month = ''] = ref.slice(engine.names.ledgers.length).split('/');
    const sums = [...reservedIn(ledger.entries, engine.world)].filter(([, minor]) => minor !== 0);
    return { brand, month, reserved: sums.map(([currency, minor]) => ({ minor, currency })) };
  });
}
