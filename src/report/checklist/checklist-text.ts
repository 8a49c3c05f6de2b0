import type { CheckReport } from '../../check/types.ts';
import { formatUtc } from '../format-time.ts';
import { painter, type Paint } from './paint.ts';
import { findingText, line, plain } from './text-lines.ts';
import { textExecution } from './text-execution.ts';
import type { ExecutionView } from './types.ts';
import { viewReport, type ReportView } from './view-report.ts';

/** The checklist for a terminal: 80 columns, the same facts as the comment. Texts are quoted where there is one execution only. */
export function checklistText(report: CheckReport, options: { readonly colour: boolean }): string {
  const paint = painter(options.colour);
  const view = viewReport(report, { isProposal: false });
  const { executions, problems, headline, warnings, notes } = view;
  const isOne = executions.length === 1 && problems.length === 0;
  const own = problems.map((one) => findingText(one, 'x'));
  const blocks = [
    ...(isOne ? [] : [[paint(headline.words, report.verdict === 'block' ? 'red' : 'green'), ...overview(executions, paint)].join('\n')]), // prettier-ignore
    ...(own.length === 0 ? [] : [[paint('Must be fixed in the repository', 'bold'), ...own].join('\n')]),
    ...executions.map((one) => `${isOne ? '' : `${'-'.repeat(80)}\n`}${textExecution(one, paint, !isOne)}`),
    [...[...warnings, ...notes].map((note) => line(`Note: ${plain(note)}`, 0, 2)), closing(view, report, isOne)].join(
      '\n',
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Of many executions people look first for those that are theirs. */
function overview(executions: readonly ExecutionView[], paint: Paint): string[] {
  const words = { blocked: 'BLOCKED', held: 'held up', waiting: 'review', ready: 'ready', done: 'done' } as const;
  return executions.map(({ stand, path }) => {
    const one = line(`${words[stand].padEnd(8)} ${plain(path)}`, 2, 9);
    return stand === 'blocked' ? paint(one, 'red') : one;
  });
}

/** A terminal shows the end of a long text first, so the verdict stands there again. */
function closing({ executions, headline }: ReportView, report: CheckReport, isOne: boolean): string {
  const checked = `Checked ${formatUtc(report.checkedAt)}.`;
  if (isOne || executions.length === 0) return line(checked);
  const hints = 'mergecast check PATH shows all of one, mergecast preview PATH what people will see.';
  return [line(`${hints} ${checked}`), line(`${headline.words}.`)].join('\n');
}
