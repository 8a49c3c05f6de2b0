import type { Amount } from '../generated/types/plan.ts';
import type { Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import { reservedIn } from '../journal/ledger.ts';
import { reduce } from '../journal/reduce.ts';
import { isDue } from '../authorize/index.ts';
import { readDefaultBranch, type DefaultBranch } from './discover.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { reasonOf, stateName, stepReports, type ExecutionReport } from './report-of.ts';
import { reportOfLog } from './run-one.ts';
import { readLog, readSnapshot, type Snapshot } from './snapshot.ts';

export interface StatusReport {
  readonly executions: readonly ExecutionReport[];
  /** What each month holds, by brand. */
  readonly budget: readonly { readonly brand: string; readonly month: string; readonly reserved: readonly Amount[] }[];
}

/** Where everything stands; reads only. */
export async function readStatus(engine: Engine): Promise<Result<StatusReport, readonly Finding[]>> {
  const snapshot = await readSnapshot(engine);
  if (!snapshot.ok) return snapshot;
  const branch = await readDefaultBranch(engine, snapshot.value.control.base);
  if (!branch.ok) return failure(branch.error);
  const executions = await Promise.all(branch.value.folders.map((folder) => readOne(engine, snapshot.value, branch.value, folder)));
  return success({ executions, budget: budgetOf(engine, snapshot.value) });
}

async function readOne(engine: Engine, snapshot: Snapshot, branch: DefaultBranch, folder: string): Promise<ExecutionReport> {
  const hint = await branch.hint(folder);
  const [id = '', generation] = hint?.key.split('.') ?? [];
  const log = await readLog(engine, snapshot, id, Number(generation));
  if (log !== null && log.entries[0]?.world === engine.world) return reportOfLog(log, folder);
  const candidate = await branch.candidate(folder);
  const path = folder;
  if ('findings' in candidate)
    return { id, executionId: '', path, state: 'REFUSED', steps: [], reason: candidate.findings[0]?.message ?? '', findings: candidate.findings };
  const { executionId, verdict } = candidate;
  const tip = snapshot.tips.get(executionId);
  if (tip !== undefined) return readJournal(engine, { id, executionId, path }, tip);
  if (!verdict.approved)
    return { id, executionId, path, state: 'REFUSED', steps: [], reason: verdict.ignored[0]?.why ?? 'nobody has approved it', findings: verdict.findings };
  const due = isDue(candidate.plan.effects, engine.dueNow(), candidate.policy, candidate.timezone);
  if (due.is === 'waiting') return { id, executionId, path, state: 'WAITING', steps: [], reason: due.why, until: due.until.toISOString() };
  return { id, executionId, path, state: 'AUTHORISED', steps: [], reason: 'approved; `mergecast run` executes it' };
}

async function readJournal(engine: Engine, about: { id: string; executionId: string; path: string }, tip: string): Promise<ExecutionReport> {
  const chain = await openChain(engine, engine.names.execution(about.executionId), about.executionId, tip);
  const state = chain.ok ? reduce(chain.value.entries) : null;
  if (!chain.ok || state === null) {
    const findings = chain.ok ? [] : chain.error;
    return { ...about, state: 'REFUSED', steps: [], reason: findings[0]?.message ?? '', findings };
  }
  const reason = reasonOf(state);
  const at = state.authorised.effects.schedule?.at;
  const waits = state.phase === 'AUTHORISED' && at !== undefined && new Date(at) > engine.dueNow();
  return {
    ...about,
    state: waits ? 'WAITING' : stateName(state),
    steps: stepReports(state),
    ...(reason !== undefined && { reason }),
    ...(waits && { until: at }),
  };
}

function budgetOf(engine: Engine, snapshot: Snapshot): StatusReport['budget'] {
  return [...snapshot.ledgers].map(([ref, ledger]) => {
    const [brand = '', month = ''] = ref.slice(engine.names.ledgers.length).split('/');
    const sums = [...reservedIn(ledger.entries, engine.world)].filter(([, minor]) => minor !== 0);
    return { brand, month, reserved: sums.map(([currency, minor]) => ({ minor, currency })) };
  });
}
