import type { CheckReport } from '../../check/index.ts';
import type { Finding } from '../../core/finding.ts';
import type { Annotation, Forge, PullRequest } from '../../core/forge.ts';
import type { Result } from '../../core/result.ts';
import { labelOfCheck, labelPrefix } from '../../report/forge/state-labels.ts';
import { requestReviews } from './request-reviews.ts';
import { upsertComment } from './upsert-comment.ts';

/** Name of our check beside a commit; what branch protection asks for. */
export const checkName = 'mergecast';

/** What people are to see of a check, ready to be shown. */
export interface PublishedCheck {
  readonly pull: PullRequest;
  /** Commit that was checked. */
  readonly head: string;
  readonly isBlocked: boolean;
  /** One line. */
  readonly title: string;
  /** Comment, with its marker on the first line. */
  readonly comment: string;
  /** For the page of the check. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly report: CheckReport;
}

/** What became of it. A forge that takes nothing changes no verdict: `problems` are for the log. */
export interface Published {
  readonly comment: string | null;
  readonly problems: readonly Finding[];
}

/** Shows a check on the forge: one comment, and a check run or status with its lines. */
export async function publishCheck(forge: Forge, check: PublishedCheck): Promise<Published> {
  const { limits } = forge;
  const missing = check.report.executions.some(({ approvals }) => approvals.missing.length > 0) ? 1 : 0;
  const label = labelOfCheck({ isBlocked: check.isBlocked, missing });
  const [comment, run, labels, asked] = await Promise.all([
    upsertComment(forge, check.pull.number, { kind: 'checklist', body: check.comment }),
    forge.reportCheck({
      commit: check.head,
      name: checkName,
      conclusion: check.isBlocked ? 'failure' : 'success',
      title: cut(check.title, limits.statusDescription),
      summary: check.summary.length < limits.checkSummary ? check.summary : check.title,
      annotations: check.annotations,
    }),
    forge.setLabels(check.pull.number, labelPrefix, [label], check.pull.labels),
    requestReviews(forge, check.pull, check.report),
  ]);
  return {
    comment: comment.ok ? comment.value.url : null,
    problems: [...[comment, run, labels].flatMap(problemsOf), ...asked],
  };
}

function problemsOf(result: Result<unknown>): readonly Finding[] {
  return result.ok ? [] : result.error;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
