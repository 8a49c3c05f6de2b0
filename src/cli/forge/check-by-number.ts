import { generationOfRun } from '../../report/forge/generation-of-run.ts';
import type { CheckReport } from '../../check/index.ts';
import { success, type Result } from '../../core/result.ts';
import type { Io } from '../io.ts';
import { renderFindings } from '../print.ts';
import { runPullCheck } from './run-pull-check.ts';

/** What `mergecast check --pull-request` was asked. */
export interface NumberedCheck {
  readonly number: number;
  readonly directory: string;
  readonly forge?: string | undefined;
  readonly now: Date;
}

/**
 * The check of a pull request by hand or in a pipeline that has no action of ours: the same, shown on the forge the same
 * way. What the forge does not take is said on stderr and changes no verdict.
 */
export async function checkByNumber(asked: NumberedCheck, io: Io): Promise<Result<CheckReport>> {
  const { GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: attempt } = io.env;
  const outcome = await runPullCheck({
    directory: asked.directory,
    subject: { number: asked.number },
    forge: asked.forge,
    defaultBranch: null,
    environment: io.env,
    generation: generationOfRun({ runId, attempt, startedAt: asked.now }),
    now: asked.now,
  });
  if (!outcome.ok) return outcome;
  const { report, problems, commentUrl } = outcome.value;
  if (problems.length > 0)
    io.stderr(`The forge did not take everything; the verdict stands.\n${renderFindings(problems)}`);
  if (commentUrl !== null) io.progress(`Shown at ${commentUrl}`);
  return success(report);
}
