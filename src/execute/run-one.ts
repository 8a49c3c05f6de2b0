import type { Finding } from '../core/finding.ts';
import { finding } from '../core/finding.ts';
import type { Log } from '../generated/types/log.ts';
import { reduce } from '../journal/reduce.ts';
import { authoriseExecution } from './authorise-execution.ts';
import type { Broken, Candidate } from './candidate.ts';
import { newChain, type Chain } from './chain-writer.ts';
import { readDefaultBranch, type DefaultBranch } from './discover.ts';
import { driveExecution } from './drive-execution.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { reasonOf, stateName, stepReports, type ExecutionReport } from './report-of.ts';
import type { Progress, Session } from './session.ts';
import { stateOf } from './session.ts';
import { readLog, type Snapshot } from './snapshot.ts';

/** What became of one execution in this pass. */
export interface Attempt {
  readonly report: ExecutionReport;
  readonly failed: boolean;
  /** Worth another look then, by the real clock. */
  readonly retryAt?: Date;
}

type Shard = { readonly index: number; readonly count: number } | undefined;

/** One manifest of the default branch: sealed before, refused, or driven on. Null where another shard has it. */
export async function runFolder(
  engine: Engine,
  snapshot: Snapshot,
  branch: DefaultBranch,
  folder: string,
  shard: Shard,
): Promise<Attempt | null> {
  const hint = await branch.hint(folder);
  const [id, generation] = hint?.key.split('.') ?? [];
  const log = id === undefined ? null : await readLog(engine, snapshot, id, Number(generation));
  const isOurs = log !== null && log.entries[0]?.world === engine.world;
  // The very same files as those that were sealed: nothing to plan, nothing to compare.
  if (isOurs && log.folder === hint?.folderId) return { report: reportOfLog(log, folder), failed: false };
  const candidate = await branch.candidate(folder);
  if ('findings' in candidate) return { report: reportOfBroken(candidate), failed: true };
  if (!isInShard(candidate.executionId, shard)) return null;
  if (isOurs) return sealedBefore(candidate, log);
  return runCandidate(engine, snapshot, candidate);
}

/** A journal whose manifest is gone from the default branch: finished, undone or cancelled. */
export async function runJournal(
  engine: Engine,
  snapshot: Snapshot,
  _branch: DefaultBranch,
  executionId: string,
  tip: string,
  shard: Shard,
): Promise<Attempt | null> {
  if (!isInShard(executionId, shard)) return null;
  const chain = await openChain(engine, engine.names.execution(executionId), executionId, tip);
  if (!chain.ok) return refused({ id: '', executionId, path: '' }, chain.error);
  const state = reduce(chain.value.entries);
  // The seal itself ends the matter; another world's journal is not ours to judge.
  if (state === null || state.sealed !== null) return null;
  return drive(engine, chain.value, executionId, state.authorised.path);
}

async function runCandidate(engine: Engine, snapshot: Snapshot, candidate: Candidate): Promise<Attempt> {
  const { executionId } = candidate;
  const ref = engine.names.execution(executionId);
  const opened = await openChain(engine, ref, executionId, snapshot.tips.get(executionId) ?? null);
  if (!opened.ok) return refused(about(candidate), opened.error);
  const chain = opened.value;
  const state = reduce(chain.entries);
  const isUnclaimed = state === null || (state.phase === 'AUTHORISED' && state.authorised.digest !== candidate.plan.digest);
  if (!isUnclaimed) return drive(engine, chain, executionId, candidate.folder);
  const stop = refusalOf(candidate);
  if (stop !== null) return refused(about(candidate), stop);
  const authorised = await authoriseExecution(engine, chain, candidate, state?.authorised.digest);
  if (!authorised.ok) return refused(about(candidate), authorised.error);
  const current = authorised.value ? chain : await reopen(engine, ref, executionId);
  return current === null ? refused(about(candidate), []) : drive(engine, current, executionId, candidate.folder);
}

async function reopen(engine: Engine, ref: string, executionId: string): Promise<Chain | null> {
  await engine.store.refresh();
  const tip = (await engine.store.tips(ref)).get(ref) ?? null;
  const chain = tip === null ? null : await openChain(engine, ref, executionId, tip);
  return chain?.ok === true ? chain.value : null;
}

/** Before AUTHORISED nothing is written: a later approval heals it. */
function refusalOf(candidate: Candidate): Finding[] | null {
  const { verdict, plan } = candidate;
  if (verdict.approved) return null;
  const newest = verdict.ignored[0];
  const why = newest === undefined ? 'nobody has approved it' : `${newest.who}: ${newest.why}`;
  return [finding('execution/not-approved', { why }, { file: `${candidate.folder}/execution.yaml` }), ...verdict.findings.filter(() => plan.digest !== '')];
}

async function drive(engine: Engine, chain: Chain, executionId: string, path: string): Promise<Attempt> {
  const session: Session = {
    executionId,
    chain,
    epoch: null,
    reload: () => reload(engine, chain, executionId),
    waitingResults: [],
    throttled: 0,
  };
  const stop = await driveExecution(engine, session);
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

function attemptOf(session: Session, stop: Progress & { is: 'stop' }, path: string): Attempt {
  const state = stateOf(session);
  const parked = stop.until !== undefined && (state.phase === 'AUTHORISED' || state.phase === 'WAITING');
  const name = parked && stop.retry !== true ? 'WAITING' : stop.findings !== undefined && state.epoch === 0 ? 'REFUSED' : stateName(state);
  const reason = stop.why ?? reasonOf(state);
  const isFailure = stop.findings !== undefined || ['COMPENSATED', 'COMPENSATION-FAILED', 'NEEDS-HUMAN', 'REFUSED'].includes(name) || state.ended?.state === 'STOPPED'; // prettier-ignore
  return {
    failed: isFailure,
    ...(stop.retry === true && stop.until !== undefined && { retryAt: stop.until }),
    report: {
      id: state.authorised.effects.id,
      executionId: session.executionId,
      path,
      state: name,
      steps: stepReports(state),
      ...(reason !== undefined && { reason }),
      ...(stop.until !== undefined && { until: stop.until.toISOString() }),
      ...(stop.findings !== undefined && { findings: stop.findings }),
      ...(state.verified !== null && { verification: state.verified.steps }),
    },
  };
}

function sealedBefore(candidate: Candidate, log: Log): Attempt {
  const { id, generation } = candidate;
  const report = reportOfLog(log, candidate.folder);
  if (log.brand !== candidate.brand) return refused(about(candidate), [finding('execution/other-brand', { id, brand: log.brand })]);
  if (log.digest === candidate.plan.digest) return { report, failed: false };
  const changed = finding('execution/already-ran', { id, generation }, { file: `${candidate.folder}/execution.yaml` });
  return { report: { ...report, reason: changed.message, findings: [changed] }, failed: false };
}

/** A finished execution as its log tells it. */
export function reportOfLog(log: Log, path: string): ExecutionReport {
  const state = reduce(log.entries);
  if (state === null) throw new Error(`the log of ${log.executionId} does not begin with an approval`);
  const name = stateName(state);
  const reason = reasonOf(state);
  return {
    id: log.id,
    executionId: log.executionId,
    path,
    state: name === 'CLAIMED' ? 'SEALED' : name,
    steps: stepReports(state),
    ...(reason !== undefined && { reason }),
    ...(state.verified !== null && { verification: state.verified.steps }),
  };
}

function reportOfBroken(broken: Broken): ExecutionReport {
  const first = broken.findings[0]?.message ?? 'it cannot be read';
  return { id: broken.id, executionId: '', path: broken.folder, state: 'REFUSED', steps: [], reason: first, findings: broken.findings };
}

function about(candidate: Candidate): { id: string; executionId: string; path: string } {
  return { id: candidate.id, executionId: candidate.executionId, path: candidate.folder };
}

function refused(what: { id: string; executionId: string; path: string }, findings: readonly Finding[]): Attempt {
  const reason = findings[0]?.message ?? 'it is being worked on elsewhere';
  return { failed: true, report: { ...what, state: 'REFUSED', steps: [], reason, findings } };
}

function isInShard(executionId: string, shard: Shard): boolean {
  return shard === undefined || Number.parseInt(executionId.slice(0, 8), 16) % shard.count === shard.index - 1;
}
