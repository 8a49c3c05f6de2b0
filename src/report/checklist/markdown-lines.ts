import type { Finding } from '../../core/finding.ts';
import { groupAmounts } from '../format-count.ts';
import { inline, message } from './escape-markdown.ts';
import type { ApprovalLine, ChecklistOptions, ExecutionView, StepView } from './types.ts';

const marks = { missing: '⬜', counted: '✅', ignored: '➖' } as const;

/** What goes out, numbered in the order in which it happens. */
export function stepLines(steps: readonly StepView[], most: number): readonly string[] {
  return atMost(steps, most, ({ words, undo, isFinal, hasProblem }, index) => {
    const what = withBoldStart(words.trim());
    const end = /[.!?]$/.test(what) ? '' : '.';
    const taken = isFinal ? `*${inline(undo)}*` : inline(undo);
    return `${index + 1}. ${what}${end} ${taken}${hasProblem ? ' ⛔ see below' : ''}`;
  });
}

/** The thing itself in bold: `**Post** "Spring is here" on acme.example`. */
function withBoldStart(words: string): string {
  const [thing = ''] = /^[\p{L}\p{N}-]+(?: (?!in |on |to |for |of |from )[\p{L}\p{N}-]+){0,3}/u.exec(words) ?? [];
  const rest = words.slice(thing.length);
  if (thing === '') return inline(words);
  return `**${inline(thing)}**${/^\s/.test(rest) ? ' ' : ''}${inline(rest)}`;
}

/** A line for each of the first, and how many are left out. */
export function atMost<T>(all: readonly T[], most: number, line: (one: T, index: number) => string): readonly string[] {
  const left = all.length - most;
  const lines = all.slice(0, most).map(line);
  return left <= 0 ? lines : [...lines, `- and ${left} more: \`mergecast check\` shows all`];
}

/** Money, the month's limit and the risk, in one line. */
export function costLine({ cost, risk }: ExecutionView): string {
  const parts = [];
  if (cost !== null) parts.push(cost.amount === null ? 'Cost **none planned**' : `Cost **at most ${cost.amount}**${cost.month === null ? '' : ` (${inline(cost.month)})`}`); // prettier-ignore
  if (risk !== null) parts.push(`risk **${risk.level}**${risk.reasons.length === 0 ? '' : `: ${risk.reasons.map((reason) => inline(reason)).join('; ')}`}`); // prettier-ignore
  return parts.join(' · ');
}

/** Problems with place and what to write instead; no more than `most`, and what is left out is said. */
export function findingLines(
  findings: readonly Finding[],
  mark: string,
  folder: string,
  options: ChecklistOptions & { readonly most: number },
): readonly string[] {
  return atMost(findings, options.most, (one) => {
    const where = placeOf(one, folder, options);
    return `- ${mark} **${message(groupAmounts(one.message))}** ${message(one.hint)}${where === '' ? '' : ` ${where}`}`;
  });
}

/** `email.md line 31`, as a link where there is something to link to. */
function placeOf({ file, line }: Finding, folder: string, { linkTo }: ChecklistOptions): string {
  if (file === undefined) return '';
  const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
  const words = line === undefined ? inline(name) : `${inline(name)} line ${line}`;
  return linkTo === undefined ? `(${words})` : `[${words}](${encodeAddress(linkTo(file, line))})`;
}

/** An address that cannot end the link that it stands in. */
export function encodeAddress(address: string): string {
  return address.replace(/[\s<>()\\"]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29')); // prettier-ignore
}

/** Missing approvals first, each with what it waits for. */
export function approvalLines(approvals: readonly ApprovalLine[], most: number): readonly string[] {
  return atMost(approvals, most, ({ is, who, words }) => {
    const rest = words === '' ? '' : ` ${inline(words)}`;
    return `- ${marks[is]} ${is === 'missing' ? `**${inline(who)}**` : inline(who)}${rest}`;
  });
}
