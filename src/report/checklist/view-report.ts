import { blocks, type Finding } from '../../core/finding.ts';
import type { CheckReport } from '../../check/types.ts';
import { countOf } from '../format-count.ts';
import type { ExecutionView } from './types.ts';
import { viewExecution } from './view-execution.ts';

/** All executions of a check, and what concerns the repository rather than one of them. */
export interface ReportView {
  readonly headline: { readonly mark: string; readonly words: string };
  readonly executions: readonly ExecutionView[];
  readonly problems: readonly Finding[];
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}

/** Blocked executions first: they hold up all others of the same pull request, and need somebody in any case. */
export function viewReport(report: CheckReport, { isProposal }: { readonly isProposal: boolean }): ReportView {
  const context = { isHeld: isProposal && report.verdict === 'block', checkedAt: report.checkedAt };
  const order = { blocked: 0, held: 1, waiting: 2, ready: 3, done: 4 } as const;
  const executions = report.executions
    .map((one) => viewExecution(one, context))
    .toSorted((a, b) => order[a.stand] - order[b.stand]);
  const problems = report.findings.filter(blocks);
  return {
    headline: headlineOf(report, executions, problems.length),
    executions,
    problems,
    warnings: report.findings.filter((one) => !blocks(one)).map(({ message, hint }) => `${message} ${hint}`),
    notes: report.notes,
  };
}

function headlineOf(report: CheckReport, executions: readonly ExecutionView[], own: number): ReportView['headline'] {
  if (executions.length === 0 && own === 0) return { mark: '✅', words: 'Nothing to check: no execution is changed' };
  const blocked = executions.filter(({ stand }) => stand === 'blocked').length;
  const missing = executions.reduce(
    (sum, { approvals }) => sum + approvals.filter(({ is }) => is === 'missing').length,
    0,
  );
  const all = countOf(executions.length, 'execution');
  if (report.verdict === 'block') {
    const repository = own === 0 ? [] : [`${countOf(own, 'problem')} of the repository`];
    const some = blocked === 0 ? [] : [`${blocked} of ${all}`];
    return { mark: '⛔', words: `Blocked: ${[...some, ...repository].join(', ')}` };
  }
  if (missing > 0) return { mark: '⏳', words: `Ready for review: ${all}, ${countOf(missing, 'approval')} missing` };
  return { mark: '✅', words: `Ready: ${all}, nothing to fix` };
}
