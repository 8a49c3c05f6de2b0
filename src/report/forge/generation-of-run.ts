/** What tells one run of a check from the others. */
export interface RunOfCheck {
  /** `GITHUB_RUN_ID`: grows with every run of every workflow of a repository, also on Gitea. */
  readonly runId?: string | undefined;
  /** `GITHUB_RUN_ATTEMPT`. */
  readonly attempt?: string | undefined;
  readonly startedAt: Date;
}

/**
 * Order of the runs that write the same comment: whoever was triggered earlier has the smaller number and never
 * overwrites the other. A run belongs to the event that triggered it, so repeating an old run does not make it newer
 * than what was pushed since; it only beats its own earlier attempts. (Not `GITHUB_RUN_NUMBER`: it is counted for each
 * workflow, and begins anew where a workflow is renamed.) Elsewhere the time of the start decides. The two never meet:
 * an automatic token and a person's token are two authors, so they have two comments.
 */
export function generationOfRun({ runId, attempt, startedAt }: RunOfCheck): number {
  if (!isCount(runId)) return startedAt.getTime();
  return Number(runId) * 100 + Math.min(isCount(attempt) ? Number(attempt) : 1, 99);
}

function isCount(text: string | undefined): text is string {
  return text !== undefined && /^[1-9]\d{0,12}$/.test(text);
}
