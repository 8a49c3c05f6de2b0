import { whyNot } from './why-not.ts';
import type { ApprovalVerdict } from '../authorize/index.ts';
import type { Finding } from '../core/finding.ts';
import { finding } from '../core/finding.ts';
import { reduce } from '../journal/reduce.ts';
import { about, refused, reportOfBroken, reportOfLog, sealedBefore, type Attempt } from './attempt.ts';
import { authoriseExecution } from './authorise-execution.ts';
import type { Candidate } from './candidate.ts';
import type { Chain } from './chain-writer.ts';
import type { DefaultBranch } from './discover.ts';
import { checkContinuation } from './check-continuation.ts';
import { checkRollback } from './check-rollback.ts';
import { drive } from './drive-one.ts';
import type { Engine } from './engine.ts';
import { haltOf, isOtherWorld, type Halted } from './find-halted.ts';
import { openChain } from './open-chain.ts';
import { readOwnLog, type Snapshot } from './snapshot.ts';

type Shard = { readonly index: number; readonly count: number } | undefined;

/** One manifest of the default branch: sealed before, refused, or driven on. Null where another shard has it. */
export async function runFolder(
  engine: Engine,
  snapshot: Snapshot,
  branch: DefaultBranch,
  halted: Halted,
  folder: string,
  shard: Shard,
): Promise<Attempt | null> {
  const hint = await branch.hint(folder);
  const log = hint === null ? null : await readOwnLog(engine, snapshot, hint.key);
  // The very same files as those that were sealed: nothing to plan, nothing to compare.
  if (log !== null && log.folder === hint?.folderId)
    return { report: { ...reportOfLog(log, folder), finishedBefore: true }, failed: false };
  const candidate = await branch.candidate(folder);
  if ('findings' in candidate) return { report: reportOfBroken(candidate), failed: true };
  if (!isInShard(candidate.executionId, shard)) return null;
  return log === null ? runCandidate(engine, snapshot, halted, candidate) : sealedBefore(candidate, log);
}

/** A journal whose manifest is gone from the default branch: finished, undone or cancelled. */
export async function runJournal(
  engine: Engine,
  executionId: string,
  tip: string,
  halted: Halted,
  shard: Shard,
): Promise<Attempt | null> {
  if (!isInShard(executionId, shard)) return null;
  const chain = await openChain(engine, engine.names.execution(executionId), executionId, tip);
  if (!chain.ok)
    return isOtherWorld(engine, chain.error) ? null : refused({ id: '', executionId, path: '' }, chain.error);
  const state = reduce(chain.value.entries);
  // The seal itself ends the matter.
  if (state === null || state.sealed !== null) return null;
  const { path, effects } = state.authorised;
  const stop = haltOf(halted, effects.brand);
  if (stop.length > 0) return refused({ id: effects.id, executionId, path }, stop);
  return drive(engine, chain.value, executionId, path);
}

async function runCandidate(
  engine: Engine,
  snapshot: Snapshot,
  halted: Halted,
  candidate: Candidate,
): Promise<Attempt> {
  const { executionId } = candidate;
  const ref = engine.names.execution(executionId);
  const opened = await openChain(engine, ref, executionId, snapshot.tips.get(executionId) ?? null);
  const stop = opened.ok ? haltOf(halted, candidate.brand) : opened.error;
  if (!opened.ok || stop.length > 0) return refused(about(candidate), stop);
  const state = reduce(opened.value.entries);
  const isUnclaimed =
    state === null || (state.phase === 'AUTHORISED' && state.authorised.digest !== candidate.plan.digest);
  return isUnclaimed
    ? authoriseAndDrive(engine, snapshot, opened.value, candidate, state?.authorised.digest)
    : drive(engine, opened.value, executionId, candidate.folder);
}

async function authoriseAndDrive(
  engine: Engine,
  snapshot: Snapshot,
  chain: Chain,
  candidate: Candidate,
  supersedes: string | undefined,
): Promise<Attempt> {
  const { executionId, folder } = candidate;
  const verdict = await candidate.judge();
  const stop = refusalOf(candidate, verdict) ?? [
    ...(await checkRollback(engine, snapshot, candidate)),
    ...(await checkContinuation(engine, snapshot, candidate)),
  ];
  if (stop.length > 0) return refused(about(candidate), stop);
  const authorised = await authoriseExecution(engine, chain, candidate, verdict, supersedes);
  if (!authorised.ok) return refused(about(candidate), authorised.error);
  const current = authorised.value ? chain : await reopen(engine, chain.ref, executionId);
  return current === null ? refused(about(candidate), []) : drive(engine, current, executionId, folder);
}

async function reopen(engine: Engine, ref: string, executionId: string): Promise<Chain | null> {
  await engine.store.refresh();
  const tip = (await engine.store.tips(ref)).get(ref) ?? null;
  const chain = tip === null ? null : await openChain(engine, ref, executionId, tip);
  return chain?.ok === true ? chain.value : null;
}

/** Before AUTHORISED nothing is written: a later approval heals it. */
function refusalOf({ folder }: Candidate, verdict: ApprovalVerdict): Finding[] | null {
  if (verdict.approved) return null;
  return [
    finding('execution/not-approved', { why: whyNot(verdict) }, { file: `${folder}/execution.yaml` }),
    ...verdict.findings,
  ];
}

function isInShard(executionId: string, shard: Shard): boolean {
  return shard === undefined || Number.parseInt(executionId.slice(0, 8), 16) % shard.count === shard.index - 1;
}
