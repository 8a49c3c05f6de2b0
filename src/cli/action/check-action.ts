import { resolve } from 'node:path';
import { readText } from '../../adapters/files/read-files.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Result } from '../../core/result.ts';
import { generationOfRun } from '../../report/forge/generation-of-run.ts';
import { readEvent, type WorkflowEvent } from '../forge/read-event.ts';
import { runPullCheck, type PullCheckOutcome, type PullCheckRequest } from '../forge/run-pull-check.ts';
import { renderFindings } from '../print.ts';
import type { ActionContext } from './action-context.ts';

/** The check of a pull request in a workflow. Exit code 1 where something blocks, or could not be checked. */
export async function checkAction(context: ActionContext, startedAt: Date): Promise<number> {
  const { env } = context;
  const text = await readText(env['GITHUB_EVENT_PATH'] ?? '');
  const event = readEvent(env['GITHUB_EVENT_NAME'] ?? '', text ?? '');
  const outcome = await check(context, event, startedAt);
  if (!outcome.ok) return refuse(context, outcome.error);
  return tell(context, outcome.value);
}

function check(context: ActionContext, event: WorkflowEvent, now: Date): Promise<Result<PullCheckOutcome>> {
  const { env } = context;
  const subject = subjectOf(context.input('pull-request'), event);
  if (subject === null)
    return Promise.resolve({ ok: false, error: [finding('pull-request/no-number', { event: event.name })] });
  return runPullCheck({
    directory: resolve(context.io.cwd, context.input('repo')),
    subject,
    defaultBranch: event.defaultBranch,
    environment: env,
    generation: generationOfRun({ runId: env['GITHUB_RUN_ID'], attempt: env['GITHUB_RUN_ATTEMPT'], startedAt: now }),
    now,
  });
}

/** The input goes first; then whatever the event is about. */
function subjectOf(asked: string, { number, group }: WorkflowEvent): PullCheckRequest['subject'] | null {
  const named = asked === '' ? number : readNumber(asked);
  return named === null ? (asked === '' ? group : null) : { number: named };
}

function readNumber(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

function refuse(context: ActionContext, findings: readonly Finding[]): number {
  const { io } = context;
  io.stdout(renderFindings(findings));
  context.summary(
    `### ⛔ mergecast could not check this\n\n${findings.map(({ code }) => `- \`${code}\``).join('\n')}\n\nThe log of this job says more.`,
  );
  context.output('verdict', 'block');
  return 1;
}

function tell(context: ActionContext, outcome: PullCheckOutcome): number {
  const { report, summary, annotations, commentUrl, problems, requests } = outcome;
  const { io } = context;
  context.summary(summary);
  context.annotate(annotations);
  if (problems.length > 0)
    io.stdout(`The forge did not take everything; the verdict stands.\n${renderFindings(problems)}`);
  for (const { path, digest } of report.executions) io.stdout(`${path} ${digest ?? 'has no digest'}\n`);
  io.stdout(renderFindings([...report.findings, ...report.executions.flatMap(({ findings }) => findings)]));
  io.stdout(`${report.verdict}: ${report.executions.length} executions, ${requests} requests to the forge\n`);
  context.output('verdict', report.verdict);
  context.output('comment', commentUrl ?? '');
  context.output(
    'executions',
    JSON.stringify(report.executions.map(({ path, id, executionId, digest }) => ({ path, id, executionId, digest }))),
  );
  return report.verdict === 'pass' ? 0 : 1;
}
