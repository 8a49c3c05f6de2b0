import { newestChange } from '../../adapters/git/newest-change.ts';
import type { Finding } from '../../core/finding.ts';
import type { Forge, Label, PullRequest } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import type { Result } from '../../core/result.ts';
import type { ExecutionReport } from '../../execute/report-of.ts';
import type { RunReport } from '../../execute/run-due.ts';
import { controlIssue, incidentIssue, questionIssue, type IssueText } from '../../report/forge/issue-text.ts';
import { resultComment } from '../../report/forge/result-comment.ts';
import { incidentLabel, labelOfRun, labelPrefix, questionLabel } from '../../report/forge/state-labels.ts';
import { pullOf } from './pull-of.ts';
import { upsertComment } from './upsert-comment.ts';

/** Where results are shown. */
export interface ResultsPlace {
  readonly forge: Forge;
  readonly repository: Repository;
  readonly generation: number;
}

/**
 * Shows on the forge what a run did: a comment and a label on each merged pull request, an issue where something was
 * pushed past the review or a person has to answer. All of it is a projection: what the forge does not take is returned,
 * and changes no result.
 */
export async function publishResults(
  { executions, findings }: Pick<RunReport, 'executions' | 'findings'>,
  place: ResultsPlace,
): Promise<readonly Finding[]> {
  const problems: Finding[] = [];
  for (const one of findings)
    if (one.code === 'control-plane/unapproved')
      problems.push(...(await open(controlIssue(one), incidentLabel, place.forge)));
  const changed = executions.filter(({ finishedBefore }) => finishedBefore !== true);
  if (changed.length === 0) return problems;
  const pulls = await pullsOf(executions, changed, place);
  for (const { pull, executions: own } of pulls.values()) problems.push(...(await showResult(pull, own, place)));
  for (const one of changed) problems.push(...(await raiseIssue(one, place.forge)));
  return problems;
}

interface PullResult {
  readonly pull: PullRequest;
  readonly executions: readonly ExecutionReport[];
}

/** Pull requests of which something changed, with all executions that they brought. */
async function pullsOf(
  all: readonly ExecutionReport[],
  changed: readonly ExecutionReport[],
  place: ResultsPlace,
): Promise<ReadonlyMap<number, PullResult>> {
  const branch = await place.repository.defaultBranch();
  const found = new Map<number, PullResult>();
  if (branch.commit === null) return found;
  const { directory } = place.repository;
  const commits = new Map<string, string | null>();
  for (const { path } of all) if (path !== '') commits.set(path, await newestChange(directory, branch.commit, path));
  for (const commit of new Set(changed.map(({ path }) => commits.get(path) ?? null))) {
    if (commit === null) continue;
    const pull = await pullOf(place, commit, branch.name);
    if (!pull.ok || pull.value === null) continue;
    const own = all.filter(({ path }) => commits.get(path) === commit);
    found.set(pull.value.number, {
      pull: pull.value,
      executions: [...(found.get(pull.value.number)?.executions ?? []), ...own],
    });
  }
  return found;
}

async function showResult(
  pull: PullRequest,
  executions: readonly ExecutionReport[],
  { forge, generation }: ResultsPlace,
): Promise<readonly Finding[]> {
  const label = labelOfRun(executions);
  const [comment, labels] = await Promise.all([
    upsertComment(forge, pull.number, { kind: 'result', body: resultComment(executions, { generation }) }),
    label === null ? null : forge.setLabels(pull.number, labelPrefix, [label], pull.labels),
  ]);
  return [comment, labels].flatMap((one) => (one === null ? [] : problemsOf(one)));
}

/** What nobody can have approved, or nobody did although it is merged. */
const incidents: ReadonlySet<string> = new Set(['execution/direct-push', 'approval/missing']);

/** One open issue for each matter; found by its label and its first line. */
async function raiseIssue(one: ExecutionReport, forge: Forge): Promise<readonly Finding[]> {
  const { findings = [] } = one;
  // What could not be read may well be approved: the next run sees.
  const isKnown = !findings.some(({ severity }) => severity === 'cannot-verify');
  const isIncident = isKnown && one.state === 'REFUSED' && findings.some(({ code }) => incidents.has(code));
  if (isIncident) return open(incidentIssue(one), incidentLabel, forge);
  return one.state === 'NEEDS-HUMAN' ? open(questionIssue(one), questionLabel, forge) : [];
}

async function open({ title, body, marker }: IssueText, label: Label, forge: Forge): Promise<readonly Finding[]> {
  const known = await forge.issues(label.name);
  if (!known.ok) return known.error;
  if (known.value.some((issue) => issue.body.startsWith(marker))) return [];
  return problemsOf(await forge.createIssue({ title: title.slice(0, 200), body, labels: [label] }));
}

function problemsOf(result: Result<unknown>): readonly Finding[] {
  return result.ok ? [] : result.error;
}
