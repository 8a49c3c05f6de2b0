import type { RunReport } from '../execute/run-due.ts';
import type { ExecutionReport } from '../execute/report-of.ts';
import { wrapLines } from './wrap-lines.ts';

const words: Readonly<Record<ExecutionReport['state'], string>> = {
  AUTHORISED: 'approved, not started',
  WAITING: 'waiting',
  CLAIMED: 'in progress',
  SEALED: 'done',
  COMPENSATED: 'failed and undone',
  'COMPENSATION-FAILED': 'failed, and not everything could be undone',
  'NEEDS-HUMAN': 'needs a person',
  REFUSED: 'refused, nothing was sent',
  CANCELLED: 'cancelled, nothing was sent',
};

/** What a run did, for people: one paragraph per execution, 80 columns. */
export function renderRun(report: Pick<RunReport, 'executions' | 'findings'>, world: string): string {
  const where = world === 'live' ? '' : ' (sandbox: no real audience)';
  const stopped = report.findings.map(({ message, hint, code }) => `${message}\n  -> ${hint} (${code})`);
  const executions = report.executions.map((one) => renderExecution(one));
  if (executions.length === 0 && stopped.length === 0) return `Nothing is planned on the default branch${where}.\n`;
  return [...stopped, ...executions].map((block) => wrapLines(block, 80)).join('\n') + '\n';
}

function renderExecution(one: ExecutionReport): string {
  const lines = [`${one.path || one.executionId.slice(0, 12)}: ${words[one.state]} (${one.state})`];
  if (one.reason !== undefined) lines.push(`  ${one.reason}`);
  if (one.until !== undefined) lines.push(`  next look at ${one.until}`);
  for (const step of one.steps) lines.push(`  ${step.id.padEnd(12)} ${step.state.toLowerCase()}${links(step)}`);
  for (const check of one.verification ?? []) lines.push(`  ${check.step.padEnd(12)} checked: ${check.words}`);
  for (const { hint, code } of one.findings ?? []) lines.push(`  -> ${hint} (${code})`);
  return lines.join('\n');
}

function links(step: ExecutionReport['steps'][number]): string {
  const urls = step.operations.flatMap(({ receipt }) => (receipt?.url === undefined ? [] : [receipt.url]));
  const last = urls.at(-1);
  return last === undefined ? '' : `  ${last}`;
}
