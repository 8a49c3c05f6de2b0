import { detailBlocks } from './markdown-details.ts';
import { approvalLines, costLine, encodeAddress, findingLines, stepLines } from './markdown-lines.ts';
import { inline } from './escape-markdown.ts';
import { countOf } from '../format-count.ts';
import { formatUtc } from '../format-time.ts';
import type { Limits } from './limits.ts';
import type { ChecklistOptions, ExecutionView } from './types.ts';

const marks = { blocked: '⛔', held: '⏳', waiting: '⏳', ready: '✅', done: '✅' } as const;

/** One execution: first what everybody must know, then what is missing, then what can be opened. */
export function markdownExecution(
  view: ExecutionView,
  level: '###' | '####',
  context: { readonly options: ChecklistOptions; readonly limits: Limits; readonly checkedAt: Date },
): string {
  const { options, limits, checkedAt } = context;
  const { when, caution, path } = view;
  return paragraphs([
    [`${level} ${marks[view.stand]} ${view.headline}`, titleLine(view, options), `${when.before} **${when.moment}**${when.after}`], // prettier-ignore
    caution === null ? [] : ['> [!CAUTION]', `> **${inline(caution.what)}** ${inline(caution.who)}`],
    view.steps.length === 0 ? [] : ['**What goes out**', ...stepLines(view.steps, limits.findings)],
    [costLine(view)],
    section(`**Must be fixed**${byWhom(view)}`, findingLines(view.problems, '⛔', path, { ...options, most: limits.findings })), // prettier-ignore
    section('**Approvals**', approvalLines(view.approvals, limits.findings)),
    section('**Worth a second look**', findingLines(view.warnings, '⚠️', path, { ...options, most: limits.findings })),
    limits.details ? [detailBlocks(view, options, limits).join('\n')] : [],
    [digestLine(view, options, checkedAt)],
  ]);
}

function titleLine({ summary, brand, path }: ExecutionView, { previewOf }: ChecklistOptions): string {
  const parts = [`**${inline(summary ?? path)}**`];
  if (brand !== null) parts.push(inline(brand));
  if (previewOf !== undefined) parts.push(`[preview](${encodeAddress(previewOf(path))})`);
  return parts.join(' · ');
}

function byWhom({ author }: ExecutionView): string {
  return author === null ? '' : ` by ${inline(author)}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

/** Short on purpose: whoever needs it in full reads the check run, or `mergecast check --format json`. */
function digestLine({ digest, path, summary, passed }: ExecutionView, { head }: ChecklistOptions, at: Date): string {
  const parts = [
    ...(digest === null ? [] : [`Exact content \`${digest.replace(/^(mc1:sha256:.{4}).*(.{2})$/, '$1…$2')}\``]),
    ...(head === undefined ? [] : [`head \`${head.slice(0, 7).replace(/\W/g, '')}\``]),
    `checked ${formatUtc(at)}`,
    ...(passed === 0 ? [] : [`${countOf(passed, 'check')} passed`]),
    ...(summary === null ? [] : [inline(path)]),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

function paragraphs(blocks: readonly (readonly string[])[]): string {
  return blocks
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((block) => block !== '')
    .join('\n\n');
}
