import { isPartial, type ExecutionReport } from '../../execute/report-of.ts';
import { countOf } from '../format-count.ts';
import { inline, message } from '../checklist/escape-markdown.ts';
import { commentMarker } from './comment-marker.ts';

type State = ExecutionReport['state'];

/** What became of it, in words; and whether somebody has to do something. */
const words: Readonly<Record<State, readonly [string, string]>> = {
  SEALED: ['✅', 'Done'],
  WAITING: ['⏳', 'Waiting for its time'],
  AUTHORISED: ['⏳', 'Approved, not started'],
  CLAIMED: ['⏳', 'In progress'],
  COMPENSATED: ['↩️', 'Failed, and undone'],
  'COMPENSATION-FAILED': ['⛔', 'Failed, and not everything could be undone'],
  'NEEDS-HUMAN': ['⛔', 'Needs a person'],
  REFUSED: ['⛔', 'Refused, nothing was sent'],
  CANCELLED: ['➖', 'Cancelled, nothing was sent'],
};

const stepWords: Readonly<Record<string, string>> = {
  PENDING: 'not sent',
  INTENT: 'in doubt: it may have been sent',
  DONE: 'done',
  UNKNOWN: 'in doubt: it may have been sent',
  REFUSED: 'refused by the platform, not sent',
  UNDONE: 'undone',
  'NOTHING-TO-UNDO': 'was not there any more',
};

/** The comment of a merged pull request: what went out, what was undone, what is not known. Ends with where it is recorded. */
export function resultComment(
  executions: readonly ExecutionReport[],
  options: { readonly generation: number; readonly logUrl?: string },
): string {
  const first = executions.toSorted((a, b) => rank(a) - rank(b))[0];
  const [mark, headline] = first === undefined ? ['➖', 'Nothing to execute'] : wordsOf(first);
  const head = executions.length > 1 ? `${headline} (${countOf(executions.length, 'execution')})` : headline;
  return [
    commentMarker('result', options.generation),
    `### ${mark} ${head}`,
    ...executions.flatMap((one) => ['', ...executionLines(one, executions.length === 1)]),
    ...(options.logUrl === undefined ? [] : ['', `<sub>Recorded in the [log](${options.logUrl}).</sub>`]),
    '',
  ].join('\n');
}

function wordsOf(one: ExecutionReport): readonly [string, string] {
  return isPartial(one) ? ['⚠️', 'Stopped half-way, only a part went out'] : words[one.state];
}

/** What needs somebody comes first. */
function rank(one: ExecutionReport): number {
  const order: readonly State[] = [
    'NEEDS-HUMAN',
    'COMPENSATION-FAILED',
    'REFUSED',
    'COMPENSATED',
    'CLAIMED',
    'AUTHORISED',
    'WAITING',
    'SEALED',
    'CANCELLED',
  ];
  return isPartial(one) ? order.indexOf('REFUSED') : order.indexOf(one.state);
}

/** What the headline has said of the only one is not said again. */
function executionLines(one: ExecutionReport, isOnly: boolean): readonly string[] {
  const [mark, what] = wordsOf(one);
  const head = isOnly ? '' : `: ${mark} ${what}.`;
  return [
    `**${inline(one.path || one.executionId, 200)}**${head}${one.reason === undefined ? '' : `${isOnly ? ': ' : ' '}${message(one.reason)}`}`,
    ...one.steps.map((step) => `- ${inline(step.id)}: ${stepWords[step.state] ?? inline(step.state)}${placeOf(step)}`),
    ...(one.verification ?? []).map(({ step, words: read }) => `- ${inline(step)} read back: ${inline(read)}`),
    ...(one.orphans ?? []).map((orphan) => `- left behind: ${inline(orphan)}`),
    ...(one.until === undefined ? [] : [`- next look: ${inline(one.until)}`]),
    ...(one.findings ?? []).map(({ hint, code }) => `- What to do: ${message(hint)} (\`${code}\`)`),
  ];
}

/** Where it can be looked at: only an address that a platform gave and that is plain https. */
function placeOf({ operations }: ExecutionReport['steps'][number]): string {
  const url = operations.findLast(({ receipt }) => receipt?.url !== undefined)?.receipt?.url;
  if (url === undefined) return '';
  return /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w\-./~%?=&+]*)?$/.test(url) ? `, <${url}>` : `, ${inline(url)}`;
}
