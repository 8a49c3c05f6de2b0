import type { Finding } from '../core/finding.ts';
import { finding } from '../core/finding.ts';
import { readDefaultBranch, type DefaultBranch } from './discover.ts';
import type { Engine } from './engine.ts';
import { findHalted } from './find-halted.ts';
import { findTampered, type Tampered } from './find-tampered.ts';
import { findUnapprovedControl } from './find-unapproved-control.ts';
import type { ExecutionReport } from './report-of.ts';
import type { Attempt } from './attempt.ts';
import { runFolder, runJournal } from './run-one.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

export interface RunOptions {
  /** One pass, no waiting. */
  readonly once: boolean;
  /** Work on one part of the executions: index from 1, and how many parts. */
  readonly shard?: { readonly index: number; readonly count: number };
}

export interface RunReport {
  readonly executions: readonly ExecutionReport[];
  /** What stopped everything, or a brand. */
  readonly findings: readonly Finding[];
  /** Whether something was refused, failed or needs a person in this run. */
  readonly failed: boolean;
}

/** How long a run waits for leases and doubts before it leaves them to the next one. */
const patience = 30_000;

/** Executes everything that is approved, due and not yet executed: not "this push", so a lost event changes nothing. */
export async function runDue(engine: Engine, options: RunOptions): Promise<RunReport> {
  const deadline = engine.clock.now().getTime() + patience;
  const attempts = new Map<string, Attempt>();
  for (;;) {
    const snapshot = await readSnapshot(engine);
    if (!snapshot.ok) return stopped(attempts, snapshot.error);
    const branch = await readDefaultBranch(engine, snapshot.value.control.base);
    if (!branch.ok) return stopped(attempts, branch.error);
    Object.assign(engine.branch, { current: branch.value, base: snapshot.value.control.base });
    const untrusted = await findUntrusted(engine, snapshot.value, branch.value);
    if (untrusted.length > 0) return stopped(attempts, untrusted);
    const tampered = await findTampered(engine, snapshot.value);
    await onePass(engine, snapshot.value, branch.value, options, { attempts, tampered });
    const next = nextLook(attempts);
    const isOver = engine.clock.now().getTime() > deadline;
    if (options.once || next === null || isOver || next.getTime() > deadline) return report(attempts, tampered);
    const wait = Math.max(10, next.getTime() - engine.clock.now().getTime());
    if (wait > 1000) engine.progress(`waiting ${Math.ceil(wait / 1000)} s: ${whyWaiting(attempts)}`);
    await engine.clock.sleep(wait);
  }
}

async function onePass(
  engine: Engine,
  snapshot: Snapshot,
  branch: DefaultBranch,
  options: RunOptions,
  { attempts, tampered }: { readonly attempts: Map<string, Attempt>; readonly tampered: readonly Tampered[] },
): Promise<void> {
  // What is looked at again is found afresh: its folder may be gone by now.
  for (const [key, attempt] of attempts) if (!isSettled(attempt)) attempts.delete(key);
  const changed = tampered.map(({ brand, finding: cause }) => [brand, cause] as const);
  const halted = new Map([...changed, ...(await findHalted(engine, snapshot, branch))]);
  // All at once: of thousands that are finished nothing more than this is read.
  await Promise.all(branch.folders.map((folder) => branch.hint(folder)));
  for (const folder of branch.folders)
    await once(attempts, folder, () => runFolder(engine, snapshot, branch, halted, folder, options.shard));
  const met = new Set([...attempts.values()].map(({ report: { executionId } }) => executionId));
  // Begun or approved, and its manifest is gone: finished or cancelled all the same.
  for (const [executionId, tip] of snapshot.tips) {
    if (met.has(executionId) || snapshot.logged.has(executionId)) continue;
    await once(attempts, executionId, () => runJournal(engine, executionId, tip, halted, options.shard));
  }
}

/** What was settled in an earlier pass of this run is not touched again. */
async function once(attempts: Map<string, Attempt>, key: string, work: () => Promise<Attempt | null>): Promise<void> {
  const attempt = attempts.has(key) ? null : await work();
  if (attempt !== null) attempts.set(key, attempt);
}

/** Nothing more can be done about it in this run. */
function isSettled(attempt: Attempt): boolean {
  return attempt.retryAt === undefined;
}

/** Whether what decides is what was trusted, or what its owners approved since. */
async function findUntrusted(engine: Engine, snapshot: Snapshot, { tip }: DefaultBranch): Promise<readonly Finding[]> {
  const rewritten = await findRewrittenBase(engine, snapshot, tip);
  return rewritten.length > 0 ? rewritten : findUnapprovedControl(engine, snapshot.control.base, tip);
}

/** A pusher can swap the parents of a merge: the base that was recorded must lie on the first-parent line. */
async function findRewrittenBase(engine: Engine, snapshot: Snapshot, tip: string): Promise<Finding[]> {
  const { base } = snapshot.control;
  if (base === '') return [];
  for await (const commit of engine.repository.firstParents(tip)) if (commit.id === base) return [];
  return [finding('control-plane/base-rewritten', { base })];
}

function nextLook(attempts: ReadonlyMap<string, Attempt>): Date | null {
  const times = [...attempts.values()].flatMap(({ retryAt }) => (retryAt === undefined ? [] : [retryAt.getTime()]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}

function whyWaiting(attempts: ReadonlyMap<string, Attempt>): string {
  return [...attempts.values()].find(({ retryAt }) => retryAt !== undefined)?.report.reason ?? '';
}

function report(attempts: ReadonlyMap<string, Attempt>, tampered: readonly Tampered[]): RunReport {
  const all = [...attempts.values()];
  return {
    executions: all.map((one) => one.report),
    findings: tampered.map((one) => one.finding),
    failed: tampered.length > 0 || all.some(({ failed }) => failed),
  };
}

function stopped(attempts: ReadonlyMap<string, Attempt>, findings: readonly Finding[]): RunReport {
  return { ...report(attempts, []), findings, failed: true };
}
