import { explainApprovals, type ApprovalInput } from '../../authorize/index.ts';
import { checkExecutions } from '../../check/index.ts';
import type { Finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { ExplainedExecution } from '../../report/render-policy.ts';
import { readCheck } from '../check/read-check.ts';
import { checkPull } from '../forge/check-pull.ts';
import type { Io } from '../io.ts';

/** What is to be explained, and where it is. */
export interface ExplainOptions {
  /** Number of a pull request, or path of an execution. */
  readonly subject: string;
  readonly forge?: string | undefined;
  readonly now: Date;
}

/**
 * What the policy of the default branch makes of the approvals: of a pull request by its reviews, of a folder by the
 * approvals in plain git.
 */
export async function explainSubject(
  repository: Repository,
  { subject, forge, now }: ExplainOptions,
  io: Io,
): Promise<Result<readonly ExplainedExecution[]>> {
  const heard: ApprovalInput[] = [];
  const onJudged = (input: ApprovalInput): void => void heard.push(input);
  const problems = /^[1-9]\d{0,8}$/.test(subject)
    ? await judgePull(repository, { number: Number(subject), forge, now, onJudged }, io)
    : await judgeFolder(repository, { paths: [subject], now, cwd: io.cwd, onJudged });
  if (!problems.ok) return problems;
  // An execution that cannot even be planned is judged by nothing: what is wrong with it comes first.
  if (heard.length === 0 && problems.value.length > 0) return failure(problems.value);
  return success(heard.map(explain).toSorted((a, b) => (a.path < b.path ? -1 : 1)));
}

function explain(input: ApprovalInput): ExplainedExecution {
  const { explanation, digest } = input.plan;
  return { path: explanation.path, digest, risk: explanation.risk, authors: input.authors, ...explainApprovals(input) };
}

type Problems = Promise<Result<readonly Finding[]>>;

async function judgePull(repository: Repository, asked: Parameters<typeof checkPull>[1], io: Io): Problems {
  const checked = await checkPull(repository, asked, io);
  return checked.ok ? success(allFindings(checked.value.report)) : checked;
}

async function judgeFolder(repository: Repository, options: Parameters<typeof readCheck>[1]): Problems {
  const input = await readCheck(repository, options);
  return input.ok ? success(allFindings(await checkExecutions(input.value))) : input;
}

function allFindings(report: Awaited<ReturnType<typeof checkExecutions>>): readonly Finding[] {
  return [...report.findings, ...report.executions.flatMap(({ findings }) => findings)];
}
