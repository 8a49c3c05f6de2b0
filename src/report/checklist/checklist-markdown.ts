import type { CheckReport } from '../../check/types.ts';
import { countOf } from '../format-count.ts';
import { formatUtc } from '../format-time.ts';
import { inline } from './escape-markdown.ts';
import { limits, type Limits } from './limits.ts';
import { markdownExecution } from './markdown-execution.ts';
import { findingLines } from './markdown-lines.ts';
import type { ChecklistOptions, ExecutionView } from './types.ts';
import { viewReport, type ReportView } from './view-report.ts';

/** What forges accept as a comment, in characters. */
const longest = 65_536;

/**
 * The comment of a pull request. Whatever stands in manifests and content is shown and does nothing: it mentions
 * nobody, loads nothing, and cannot end the part that it stands in.
 */
export function checklistMarkdown(report: CheckReport, options: ChecklistOptions = {}): string {
  const view = viewReport(report);
  let shown = '';
  for (const one of limits) {
    shown = render(view, report.checkedAt, options, one);
    if (shown.length < longest) break;
  }
  return shown;
}

function render(view: ReportView, checkedAt: Date, options: ChecklistOptions, limit: Limits): string {
  const { executions, headline } = view;
  const only = executions.length === 1 && view.problems.length === 0 ? executions[0] : undefined;
  const parts = only === undefined ? sections(view, options, limit) : [markdownExecution(only, '###', options, limit)];
  return [
    `<!-- mergecast v1 g${options.round ?? 1} -->`,
    ...(only === undefined ? [`### ${headline.mark} ${headline.words}`, ''] : []),
    parts.join('\n\n---\n\n'),
    '',
    footer(view, checkedAt),
    '',
  ].join('\n');
}

function sections(view: ReportView, options: ChecklistOptions, limit: Limits): string[] {
  const { executions, problems } = view;
  const shown = executions.slice(0, limit.executions);
  const own = findingLines(problems, '⛔', '', { ...options, most: limit.findings });
  return [
    ...(own.length === 0 ? [] : [['**Must be fixed in the repository**', ...own].join('\n')]),
    ...shown.map((one) => markdownExecution(one, '####', options, limit)),
    ...leftOut(executions.slice(shown.length)),
  ];
}

function leftOut(rest: readonly ExecutionView[]): string[] {
  if (rest.length === 0) return [];
  const blocked = rest.filter(({ stand }) => stand === 'blocked').length;
  return [`${countOf(rest.length, 'more execution')} (${blocked} blocked): \`mergecast check\` shows all.`];
}

function footer({ notes, warnings }: ReportView, checkedAt: Date): string {
  const lines = [
    `Checked ${formatUtc(checkedAt)}`,
    ...[...warnings, ...notes].slice(0, 10).map((note) => inline(note)),
  ];
  return `<sub>${lines.join(' · ')}</sub>`;
}
