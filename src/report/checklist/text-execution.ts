import type { Finding } from '../../core/finding.ts';
import { countOf } from '../format-count.ts';
import { colourOf, type Paint } from './paint.ts';
import { entry, findingText, line, plain, quoted } from './text-lines.ts';
import type { ExecutionView } from './types.ts';

/** One execution for a terminal, problems first. Briefly: what decides, without what it rests on. */
export function textExecution(view: ExecutionView, paint: Paint, isBrief: boolean): string {
  const blocks = [...decisive(view, paint), ...(isBrief ? [] : supporting(view, paint))];
  return blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n'); // prettier-ignore
}

function decisive(view: ExecutionView, paint: Paint): string[][] {
  const { when, caution } = view;
  return [
    [paint(line(view.headline), colourOf[view.stand]), ...titleLines(view)],
    problemBlock(view, paint),
    [entry('When', plain(`${when.before} ${when.moment}${when.after}`))],
    caution === null
      ? []
      : [paint(line(`CAUTION   ${plain(caution.what)}`, 0, 10), 'red'), entry('', plain(caution.who))],
    section('What goes out', stepLines(view), paint),
    costLines(view),
    section('Approvals', approvalLines(view), paint),
    section('Worth a second look', texts(view.warnings, '!'), paint),
  ];
}

function supporting(view: ExecutionView, paint: Paint): string[][] {
  const { failures, digest } = view;
  return [
    section('Scores and suggestions', scoreLines(view), paint),
    section('If something goes wrong', failures.map((one) => line(`- ${plain(one)}`, 2, 2)), paint), // prettier-ignore
    previewLines(view, paint),
    digest === null ? [] : ['Exact content', digest],
  ];
}

function titleLines({ summary, brand, path }: ExecutionView): string[] {
  const title = [summary, brand].flatMap((part) => (part === null ? [] : [plain(part)])).join(' · ');
  return [...(title === '' ? [] : [line(title)]), line(plain(path))];
}

function problemBlock({ problems, author }: ExecutionView, paint: Paint): string[] {
  const who = author === null ? '' : ` by ${plain(author)}`;
  return section(`Must be fixed${who}`, texts(problems, 'x'), paint);
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [paint(line(title), 'bold'), ...lines];
}

function texts(findings: readonly Finding[], mark: string): string[] {
  return findings.map((one) => findingText(one, mark));
}

function stepLines({ steps }: ExecutionView): string[] {
  return steps.flatMap(({ words, undo, hasProblem }, index) => [
    line(`${index + 1}. ${plain(words)}${hasProblem ? ' (blocked, see above)' : ''}`, 2, 3),
    line(plain(undo), 5, 0),
  ]);
}

function costLines({ cost, risk }: ExecutionView): string[] {
  return [
    ...(cost === null ? [] : [entry('Cost', plain(costWords(cost)))]),
    ...(risk === null ? [] : [entry('Risk', plain([risk.level, risk.reasons.join('; ')].filter(Boolean).join(': ')))]),
  ];
}

function costWords({ amount, month }: NonNullable<ExecutionView['cost']>): string {
  if (amount === null) return 'none planned';
  return `at most ${amount}${month === null ? '' : ` (${month})`}`;
}

const boxes = { missing: '[ ]', counted: '[x]', ignored: '[-]' } as const;

function approvalLines({ approvals }: ExecutionView): string[] {
  return approvals.map(({ is, who, words }) => line(`${boxes[is]} ${plain(`${who} ${words}`)}`, 2, 4));
}

function scoreLines({ scores, suggestions, passed }: ExecutionView): string[] {
  if (scores.length + suggestions.length + passed === 0) return [];
  return [
    ...scores.map((score) => line(plain(score), 2, 2)),
    ...texts(suggestions, '?'),
    ...(passed === 0 ? [] : [line(`${countOf(passed, 'check')} passed`, 2, 2)]),
  ];
}

function previewLines({ previews }: ExecutionView, paint: Paint): string[] {
  const texts = previews.flatMap(({ title, text }, index) => [
    ...(index === 0 ? [] : ['']),
    line(`${plain(title)} (${countOf(text.split(/\s+/).filter(Boolean).length, 'word')})`, 2, 2),
    quoted(text),
  ]);
  return section('What people will see (mergecast preview shows it as a page)', texts, paint);
}
