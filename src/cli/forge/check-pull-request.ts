import type { ApprovalInput } from '../../authorize/index.ts';
import type { GitCredential } from '../../adapters/git/fetch-refs.ts';
import { checkExecutions, type CheckReport } from '../../check/index.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Forge, PullRequest } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readCommitCheck } from '../check/read-commit-check.ts';
import { fetchPullRequest, type FetchedPull } from './fetch-pull-request.ts';
import { findReviews } from './find-reviews.ts';
import { viewReviews } from './view-reviews.ts';

/** What a check of a pull request is made of. */
export interface PullCheckOptions {
  readonly forge: Forge;
  readonly repository: Repository;
  readonly number: number;
  /** Branch that decides; what reaches it is executed. */
  readonly defaultBranch: string;
  readonly credential: GitCredential | null;
  readonly now: Date;
  /** Hears what the approvals of each execution are judged by, for whoever explains the verdict. */
  readonly onJudged?: (input: ApprovalInput) => void;
}

/** A pull request with all that a check says of it. */
export interface PullCheck {
  readonly pull: PullRequest;
  readonly report: CheckReport;
  /** Absent where the pull request was refused before anything of it was read. */
  readonly fetched: FetchedPull | null;
}

/** Most files that are reviewed at once; a forge compares no more than these either. */
const mostFiles = 300;

/**
 * Checks what a pull request proposes, by git objects alone: nothing of it is checked out, installed or run. Policy,
 * brands and evidence are those of the default branch as it is now.
 */
export async function checkPullRequest(options: PullCheckOptions): Promise<Result<PullCheck>> {
  const { forge, number } = options;
  const [asked, open] = await Promise.all([forge.pullRequest(number), forge.openPullRequests()]);
  if (!asked.ok) return asked;
  const pull = asked.value;
  const { owner, name } = forge.repository;
  if (pull === null) return failure([finding('pull-request/not-found', { number, repository: `${owner}/${name}` })]);
  const tooLarge = sizeProblems(pull, forge);
  if (tooLarge.length > 0) return success({ pull, report: refusal(tooLarge, options.now), fetched: null });
  const notes = open.ok ? [] : ['Other open pull requests could not be read, so what they want at the same time is not shown.']; // prettier-ignore
  const fetched = await fetchPullRequest(options.repository, { ...options, pull, others: open.ok ? open.value : [] });
  if (!fetched.ok) return fetched;
  const report = await checkFetched(fetched.value, pull, options);
  return success({ pull, report: { ...report, notes: [...report.notes, ...notes] }, fetched: fetched.value });
}

/** The check itself, of commits that are here. */
async function checkFetched(fetched: FetchedPull, pull: PullRequest, options: PullCheckOptions): Promise<CheckReport> {
  const { repository, defaultBranch, now, forge } = options;
  const evidence = findReviews({
    forge,
    repository,
    pull,
    defaultBranch,
    base: fetched.base,
    credential: options.credential,
  });
  const input = await readCommitCheck(repository, {
    ...fetched,
    baseName: defaultBranch,
    now,
    approvalsOf: viewReviews(evidence, now, options.onJudged),
  });
  const changed = input.changedPaths?.length ?? 0;
  if (changed > mostFiles) return refusal([tooLarge('changed files', changed, mostFiles)], now);
  const report = await checkExecutions(input);
  const elsewhere = pull.base.branch !== defaultBranch;
  const note = `This goes to "${pull.base.branch}". Only what reaches "${defaultBranch}" is executed, after a review there.`; // prettier-ignore
  return elsewhere ? { ...report, notes: [note, ...report.notes] } : report;
}

function sizeProblems(pull: PullRequest, forge: Forge): readonly Finding[] {
  const { commits, changedFiles } = pull;
  const limit = { commits: forge.limits.commits, files: Math.min(forge.limits.files, mostFiles) };
  return [
    // At the limit there may be more: the list is cut without a word.
    ...(commits !== null && commits >= limit.commits ? [tooLarge('commits', commits, limit.commits - 1)] : []),
    ...(changedFiles !== null && changedFiles > limit.files
      ? [tooLarge('changed files', changedFiles, limit.files)]
      : []),
  ];
}

function tooLarge(what: string, count: number, limit: number): Finding {
  return finding('pull-request/too-large', { what, count, limit });
}

function refusal(findings: readonly Finding[], now: Date): CheckReport {
  return { version: 1, verdict: 'block', executions: [], findings, notes: [], checkedAt: now };
}
