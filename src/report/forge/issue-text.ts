import type { Finding } from '../../core/finding.ts';
import type { ExecutionReport } from '../../execute/report-of.ts';
import { inline, message } from '../checklist/escape-markdown.ts';

/** An issue of ours: found again by its first line. */
export interface IssueText {
  readonly title: string;
  readonly marker: string;
  readonly body: string;
}

/** Something is on the default branch that nobody can have approved: somebody has to find out how it came there. */
export function incidentIssue(one: ExecutionReport): IssueText {
  const marker = `<!-- mergecast incident ${one.executionId || one.path} -->`;
  return {
    title: `Not executed: ${one.path} is on the default branch without the approvals that it needs`,
    marker,
    body: [
      marker,
      `**${inline(one.path, 200)}** stands on the default branch, and nothing of it is executed.`,
      '',
      ...reasonLines(one),
      '',
      'Close this issue when it is clear who did it and why.',
    ].join('\n'),
  };
}

/** What decides was changed without its owners: nothing runs until one of them has looked at it. */
export function controlIssue({ message: what, hint, code, evidence = '' }: Finding): IssueText {
  const marker = `<!-- mergecast incident control ${evidence} -->`;
  return {
    title: 'Nothing is executed: what decides was changed without its owners',
    marker,
    body: [marker, message(what), '', `- ${message(hint)} (\`${code}\`)`].join('\n'),
  };
}

/** A question that only a person can answer, once for each question. */
export function questionIssue(one: ExecutionReport): IssueText {
  const open = one.steps.filter(({ state }) => state === 'UNKNOWN' || state === 'INTENT');
  const marker = `<!-- mergecast question ${one.executionId} -->`;
  return {
    title: `Needs a person: ${one.path}`,
    marker,
    body: [
      marker,
      `**${inline(one.path, 200)}** stopped, and goes on when somebody has answered.`,
      '',
      ...reasonLines(one),
      ...open.map(({ id }) => `- Look at the platform of step ${inline(id)}: did it happen?`),
      '',
      `Answer by a proposal that is reviewed: \`mergecast resolve ${one.id}\` writes it.`,
    ].join('\n'),
  };
}

function reasonLines({ reason, findings = [] }: ExecutionReport): readonly string[] {
  return [
    ...(reason === undefined ? [] : [message(reason)]),
    ...findings.map(({ hint, code }) => `- ${message(hint)} (\`${code}\`)`),
  ];
}
