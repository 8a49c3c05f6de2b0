import type { CheckReport } from '../../check/types.ts';
import { countOf } from '../format-count.ts';
import { formatUtc } from '../format-time.ts';
import { inline, message } from './escape-markdown.ts';
import { limits, type Limits } from './limits.ts';
import { markdownExecution } from './markdown-execution.ts';
import { atMost, findingLines } from './markdown-lines.ts';
import type { ChecklistOptions, ExecutionView } from './types.ts';
import { viewReport, type ReportView } from './view-report.ts';

/** What forges accept as a comment, in characters. */
const longest = 65_536;

/**
 * The comment of a pull request. Whatever stands in manifests and content is shown and does nothing: it mentions
 * nobody, loads nothing, and cannot end the part that it stands in.
 */
export function checklistMarkdown(report: CheckReport, options: ChecklistOptions = {}): string {
  const view = viewReport(report, { isProposal: true });
  const { checkedAt } = report;
  for (const one of limits) {
    const shown = render(view, { options, limits: one, checkedAt });
    if (shown.length < longest) return shown;
  }
  return renderBriefly(view, options);
}

interface Context {
  readonly options: ChecklistOptions;
  readonly limits: Limits;
  readonly checkedAt: Date;
}

function render(view: ReportView, context: Context): string {
  const { executions, headline } = view;
  const only = executions.length === 1 && view.problems.length === 0 ? executions[0] : undefined;
  const parts = only === undefined ? sections(view, context) : [markdownExecution(only, '###', context)];
  return [
    marker(context.options),
    ...(only === undefined ? [`### ${headline.mark} ${headline.words}`, ''] : []),
    parts.join('\n\n---\n\n'),
    '',
    ...footer(view, context.checkedAt),
  ].join('\n');
}

/** Where even the shortest sections are too long: what is blocked, and where to look. */
function renderBriefly({ executions, headline }: ReportView, options: ChecklistOptions): string {
  const lines = atMost(executions, 30, (one) => `- ${one.headline}: ${inline(one.path, 100)}`);
  return [marker(options), `### ${headline.mark} ${headline.words}`, '', ...lines, ''].join('\n');
}

/** By this line the comment is found again. */
function marker({ round }: ChecklistOptions): string {
  return `<!-- mergecast v1 g${round ?? 1} -->`;
}

function sections(view: ReportView, context: Context): string[] {
  const { executions, problems } = view;
  const { options, limits: limit } = context;
  const shown = executions.slice(0, limit.executions);
  const own = findingLines(problems, '⛔', '', { ...options, most: limit.findings });
  return [
    ...(own.length === 0 ? [] : [['**Must be fixed in the repository**', ...own].join('\n')]),
    ...shown.map((one) => markdownExecution(one, '####', context)),
    ...leftOut(executions.slice(shown.length)),
  ];
}

function leftOut(rest: readonly ExecutionView[]): string[] {
  if (rest.length === 0) return [];
  const blocked = rest.filter(({ stand }) => stand === 'blocked').length;
  return [`${countOf(rest.length, 'more execution')} (${blocked} blocked): \`mergecast check\` shows all.`];
}

/** What concerns no execution alone. */
function footer({ notes, warnings, executions }: ReportView, checkedAt: Date): string[] {
  const when = executions.length === 0 ? [`Checked ${formatUtc(checkedAt)}`] : [];
  const lines = [...when, ...[...warnings, ...notes].slice(0, 10).map((note) => message(note))];
  return lines.length === 0 ? [] : [...lines.map((line) => `<sub>${line}</sub>`), ''];
}
