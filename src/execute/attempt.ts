import { finding, type Finding } from '../core/finding.ts';
import type { Log } from '../generated/types/log.ts';
import { reduce } from '../journal/reduce.ts';
import type { Broken, Candidate } from './candidate.ts';
import type { JournalState } from '../journal/state.ts';
import { reasonOf, stateName, stepReports, type ExecutionReport, type ExecutionStateName } from './report-of.ts';
import { stateOf, type Progress, type Session } from './session.ts';

/** What became of one execution in this pass. */
export interface Attempt {
  readonly report: ExecutionReport;
  readonly failed: boolean;
  /** Worth another look then, by the real clock. */
  readonly retryAt?: Date;
}

/** How a session ended, in the words of the commands. */
export function attemptOf(session: Session, stop: Progress & { is: 'stop' }, path: string): Attempt {
  const state = stateOf(session);
  const name = nameOf(state, stop);
  const reason = stop.why ?? reasonOf(state);
  const { retry = false, until, findings } = stop;
  return {
    failed: findings !== undefined || failures.has(name) || wasStopped(state),
    ...(retry && until !== undefined && { retryAt: until }),
    report: {
      id: state.authorised.effects.id,
      executionId: session.executionId,
      path,
      state: name,
      steps: stepReports(state),
      ...(reason !== undefined && { reason }),
      ...(until !== undefined && { until: until.toISOString() }),
      ...(findings !== undefined && { findings }),
      ...afterwardsOf(state),
    },
  };
}

function afterwardsOf({ verified, orphans }: JournalState): Pick<ExecutionReport, 'verification' | 'orphans'> {
  return {
    ...(orphans.length > 0 && { orphans }),
    ...(verified !== null && { verification: verified.steps }),
  };
}

const failures: ReadonlySet<string> = new Set(['COMPENSATED', 'COMPENSATION-FAILED', 'NEEDS-HUMAN', 'REFUSED']);

/** Stopped half-way as the manifest wanted it: nothing is undone, and somebody has to know. */
function wasStopped({ ended }: JournalState): boolean {
  return ended?.state === 'STOPPED';
}

function nameOf(state: JournalState, stop: Progress & { is: 'stop' }): ExecutionStateName {
  const isOpen = state.phase === 'AUTHORISED' || state.phase === 'WAITING';
  if (isOpen && stop.until !== undefined && stop.retry !== true) return 'WAITING';
  // Refused before anything began: there is no entry that could say so.
  return stop.findings !== undefined && state.epoch === 0 ? 'REFUSED' : stateName(state);
}

/** A finished identity: nothing is sent again, and a changed manifest is told so. */
export function sealedBefore(candidate: Candidate, log: Log): Attempt {
  const { id, generation } = candidate;
  const report: ExecutionReport = { ...reportOfLog(log, candidate.folder), finishedBefore: true };
  if (log.brand !== candidate.brand)
    return refused(about(candidate), [finding('execution/other-brand', { id, brand: log.brand })]);
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
    ...afterwardsOf(state),
  };
}

/** A manifest that cannot be planned. */
export function reportOfBroken(broken: Broken): ExecutionReport {
  const first = broken.findings[0]?.message ?? 'it cannot be read';
  return {
    id: broken.id,
    executionId: '',
    path: broken.folder,
    state: 'REFUSED',
    steps: [],
    reason: first,
    findings: broken.findings,
  };
}

/** Which execution it is. */
export function about(candidate: Candidate): { id: string; executionId: string; path: string } {
  return { id: candidate.id, executionId: candidate.executionId, path: candidate.folder };
}

/** Nothing was done, and why. */
export function refused(
  what: { id: string; executionId: string; path: string },
  findings: readonly Finding[],
): Attempt {
  const reason = findings[0]?.message ?? 'it is being worked on elsewhere';
  return { failed: true, report: { ...what, state: 'REFUSED', steps: [], reason, findings } };
}
