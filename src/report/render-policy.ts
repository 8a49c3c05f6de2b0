import type { ApprovalExplanation, ExplainedRule } from '../authorize/index.ts';
import { joinWords } from './format-count.ts';
import { revealHidden } from './reveal-hidden.ts';
import { wrapLines } from './wrap-lines.ts';

/** An execution with what the policy makes of its approvals. */
export interface ExplainedExecution extends ApprovalExplanation {
  readonly path: string;
  readonly digest: string;
  readonly risk: string;
  readonly authors: readonly string[];
}

/** Each rule in words: whether it applies and why, who counts, who does not, what is missing. */
export function renderPolicy(executions: readonly ExplainedExecution[]): string {
  if (executions.length === 0) return 'There is no execution here that could be approved.\n';
  return `${executions.map(renderOne).join('\n\n')}\n`;
}

function renderOne(one: ExplainedExecution): string {
  const others = one.findings.filter(({ code }) => !saidByRules.has(code));
  return [
    line(`${one.path}: ${one.approved ? 'approved' : 'not approved'} (risk ${one.risk})`),
    line(`Content ${one.digest}`, 2),
    line(`Made by ${one.authors.length === 0 ? 'nobody known' : one.authors.join(', ')}: they cannot approve it`, 2),
    '',
    ...one.rules.flatMap(ruleLines),
    ...section('Counts', one.counted.map(({ who, rules, trust }) => `${who} (${trust}) for ${joinWords(rules, 'and')}`)),
    ...section('Does not count', one.ignored.map(({ who, why }) => `${who}: ${why}`)),
    ...section('Stands against it', others.flatMap(({ message, hint }) => [message, `  -> ${hint}`])),
  ].join('\n'); // prettier-ignore
}

const saidByRules: ReadonlySet<string> = new Set([
  'approval/missing',
  'approval/question-open',
  'approval/client-missing',
]);

function ruleLines(rule: ExplainedRule): readonly string[] {
  const { applies, conditions, count, from, counts, missing } = rule;
  const mark = applies ? (missing.length === 0 ? '[x]' : '[ ]') : '[-]';
  const asks = `${count === 1 ? 'one person' : `${count} people`}${from.length === 0 ? ' who did not write it' : ` of ${joinWords(from, 'or')}`}`;
  const held = conditions.map(({ asks: condition, has, holds }) => line(`${holds ? 'yes' : 'no'}: ${condition}; here: ${has}`, 6)); // prettier-ignore
  return [
    line(`${mark} ${rule.rule}: ${applies ? asks : 'does not apply'}`, 2),
    ...held,
    ...(applies && counts.length > 0 ? [line(`given by ${joinWords(counts, 'and')}`, 6)] : []),
    ...missing.map(({ what, whoCan }) => line(`missing: ${what}, by ${whoCan.length === 0 ? 'nobody: the group has nobody left' : joinWords(whoCan, 'or')}`, 6)), // prettier-ignore
  ];
}

function section(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : ['', `  ${title}`, ...entries.map((entry) => line(entry, 4))];
}

function line(text: string, indent = 0): string {
  return wrapLines(`${' '.repeat(indent)}${revealHidden(text).replace(/[\r\n\t]+/g, ' ')}`, 80, 2);
}
