import { openForge } from '../../adapters/forge/index.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import type { CheckReport } from '../../check/index.ts';
import type { Finding } from '../../core/finding.ts';
import type { Annotation, Forge } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { loadPolicy } from '../../load/index.ts';
import { checklistMarkdown } from '../../report/checklist/index.ts';
import { viewReport } from '../../report/checklist/view-report.ts';
import { annotationsOf } from './annotations-of.ts';
import { checkCommits } from './check-commits.ts';
import { checkPullRequest, type PullCheck } from './check-pull-request.ts';
import { findForge, forgeOfWorkflow } from './find-forge.ts';
import { publishCheck } from './publish-check.ts';
import { takeToken } from './take-token.ts';

/** A check of a pull request as an action or a command asks for it. */
export interface PullCheckRequest {
  /** Folder of a clone of the repository. */
  readonly directory: string;
  /** A pull request by its number, or what a merge queue asks about. */
  readonly subject: { readonly number: number } | { readonly base: string; readonly head: string };
  /** `--forge`. */
  readonly forge?: string | undefined;
  readonly defaultBranch: string | null;
  /** The token is taken out of it. */
  readonly environment: Record<string, string | undefined>;
  /** Order among the runs that write the same comment. */
  readonly generation: number;
  readonly now: Date;
}

export interface PullCheckOutcome {
  readonly report: CheckReport;
  /** Markdown for the page of the run. */
  readonly summary: string;
  /** What could not be shown at lines on the forge. */
  readonly annotations: readonly Annotation[];
  readonly commentUrl: string | null;
  /** What the forge did not take; changes no verdict. */
  readonly problems: readonly Finding[];
  /** Requests to the forge. */
  readonly requests: number;
}

/** Finds the forge, checks the pull request, and shows the result there; of a fork nothing is written. */
export async function runPullCheck(request: PullCheckRequest): Promise<Result<PullCheckOutcome>> {
  const { environment } = request;
  const repository = await openRepository(request.directory);
  if (!repository.ok) return repository;
  try {
    const address = findForge({ asked: request.forge, environment, ...(await namedHere(repository.value, request)) });
    if (!address.ok) return address;
    const token = takeToken(address.value, environment);
    const forge = openForge(address.value, token);
    return await checkAndShow(forge, repository.value, request, token);
  } finally {
    await repository.value.close();
  }
}

/** The forge that the policy of the default branch names, as this clone has it; looked up only where nothing else says it. */
async function namedHere(
  repository: Repository,
  { forge, environment }: PullCheckRequest,
): Promise<{ readonly policy?: string | undefined }> {
  if (forge !== undefined || forgeOfWorkflow(environment) !== null) return {};
  const { commit } = await repository.defaultBranch();
  const policy = commit === null ? null : await loadPolicy(repository.at(commit));
  return policy?.ok === true ? { policy: policy.value.policy.forge } : {};
}

async function checkAndShow(
  forge: Forge,
  repository: Repository,
  request: PullCheckRequest,
  token: string | null,
): Promise<Result<PullCheckOutcome>> {
  const { subject, now, generation } = request;
  const defaultBranch = request.defaultBranch ?? (await repository.defaultBranch()).name;
  const credential = token === null ? null : { origin: new URL(forge.repository.url).origin, token };
  const common = { repository, defaultBranch, credential, now };
  if ('head' in subject) {
    const report = await checkCommits({ ...common, ...subject });
    return report.ok ? success({ ...onPage(report.value), requests: forge.requests }) : report;
  }
  const checked = await checkPullRequest({ ...common, forge, number: subject.number });
  if (!checked.ok) return failure(checked.error);
  const shown = await show(forge, checked.value, { generation, mayWrite: token !== null });
  return success({ ...shown, report: checked.value.report, requests: forge.requests });
}

/** Of a merge queue nothing but the page of the run tells: it has no pull request of its own. */
function onPage(report: CheckReport): Omit<PullCheckOutcome, 'requests'> {
  const markdown = checklistMarkdown(report, {});
  const summary = markdown.slice(markdown.indexOf('\n') + 1);
  return { report, summary, annotations: annotationsOf(report), commentUrl: null, problems: [] };
}

async function show(
  forge: Forge,
  { pull, report }: PullCheck,
  how: { readonly generation: number; readonly mayWrite: boolean },
): Promise<Pick<PullCheckOutcome, 'summary' | 'annotations' | 'commentUrl' | 'problems'>> {
  const head = pull.head.commit;
  const comment = checklistMarkdown(report, {
    head,
    round: how.generation,
    linkTo: (file, line) => forge.linkTo(head, file, line),
  });
  const summary = comment.slice(comment.indexOf('\n') + 1);
  const annotations = annotationsOf(report);
  if (pull.isFork || !how.mayWrite) return { summary, annotations, commentUrl: null, problems: [] };
  const isBlocked = report.verdict === 'block';
  const title = viewReport(report, { isProposal: true }).headline.words;
  const published = await publishCheck(forge, { pull, head, isBlocked, title, comment, summary, annotations, report });
  return { summary, annotations: published.problems.length > 0 ? annotations : [], commentUrl: published.comment, problems: published.problems }; // prettier-ignore
}
