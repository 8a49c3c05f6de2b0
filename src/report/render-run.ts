import type { RunReport } from '../execute/run-due.ts';
import { isPartial, type ExecutionReport } from '../execute/report-of.ts';
import { padColumns } from './columns.ts';
import { countOf } from './format-count.ts';
import { revealHidden } from './reveal-hidden.ts';
import { sayTimes } from './say-times.ts';
import { wrapLines } from './wrap-lines.ts';

/** What a state means to whoever waits for it; those that need somebody come first. */
const states: readonly (readonly [ExecutionReport['state'], string])[] = [
  ['NEEDS-HUMAN', 'needs a person'],
  ['COMPENSATION-FAILED', 'failed, and not everything could be undone'],
  ['COMPENSATED', 'failed and undone'],
  ['REFUSED', 'refused, nothing was sent'],
  ['CLAIMED', 'in progress'],
  ['WAITING', 'waiting'],
  ['AUTHORISED', 'approved, not started'],
  ['SEALED', 'done'],
  ['CANCELLED', 'cancelled, nothing was sent'],
];
const order = states.map(([state]) => state);
const words = new Map(states);

const stepWords: Readonly<Record<string, string>> = {
  PENDING: 'not yet',
  INTENT: 'being sent',
  DONE: 'done',
  UNKNOWN: 'in doubt',
  REFUSED: 'refused by the platform',
  UNDONE: 'undone',
  'NOTHING-TO-UNDO': 'nothing to undo',
};

/** What a run did, or where everything stands: one paragraph per execution, 80 columns, problems first. */
export function renderRun(report: Pick<RunReport, 'executions' | 'findings'>, world: string): string {
  const where = world === 'live' ? '' : ' (sandbox: no real audience)';
  const stopped = report.findings.map(({ message, hint, code }) => `${message}\n  -> ${hint} (${code})`);
  const executions = report.executions.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  if (executions.length + stopped.length === 0) return `Nothing is planned on the default branch${where}.\n`;
  const blocks = [...stopped, ...executions.map(renderExecution)].map((block) => wrapLines(revealHidden(block), 80));
  const isCounted = executions.length > 1 || (executions.length === 1 && where !== '');
  const head = isCounted ? [`${overview(executions)}${where}`] : [];
  return `${[...head, ...blocks].join('\n\n')}\n`;
}

/** `3 executions: 1 waiting, 2 done`. */
function overview(executions: readonly ExecutionReport[]): string {
  const counts = states.flatMap(([state, name]) => {
    const count = executions.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return wrapLines(`${countOf(executions.length, 'execution')}: ${counts.join('; ')}`, 80);
}

function renderExecution(one: ExecutionReport): string {
  const width = Math.max(0, ...one.steps.map(({ id }) => id.length)) + 2;
  return [
    one.path || one.executionId.slice(0, 12),
    `  ${isPartial(one) ? 'stopped half-way: only a part went out' : (words.get(one.state) ?? '')} (${one.state})${one.finishedBefore ? ' in an earlier run; nothing was sent again' : ''}`,
    ...(one.reason === undefined ? [] : [`  ${reasonWord(one)}: ${sayTimes(one.reason)}`]),
    ...(one.until === undefined ? [] : [`  next look: ${sayTimes(one.until)}`]),
    ...one.steps.map(
      (step) => `  ${padColumns(step.id, width)}${stepWords[step.state] ?? step.state}${receiptOf(step)}`,
    ),
    ...(one.finishedBefore ? [] : (one.verification ?? [])).map(
      (check) => `  ${padColumns(check.step, width)}read back: ${check.words}`,
    ),
    ...(one.findings ?? []).map(({ hint, code }) => `  -> ${hint} (${code})`),
  ].join('\n');
}

function reasonWord({ state }: ExecutionReport): string {
  return state === 'NEEDS-HUMAN' ? 'question' : 'because';
}

/** Where to look at what was made. */
function receiptOf({ operations }: ExecutionReport['steps'][number]): string {
  const receipts = operations.flatMap(({ receipt }) => (receipt === undefined ? [] : [receipt]));
  const url = receipts.findLast((receipt) => receipt.url !== undefined)?.url;
  if (url !== undefined) return `  ${url}`;
  const last = receipts.at(-1);
  return last === undefined ? '' : `  (id ${last.id})`;
}
