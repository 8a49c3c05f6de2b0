import { systemClock } from '../../adapters/clock/system-clock.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { success } from '../../core/result.ts';
import { loadPolicy } from '../../load/index.ts';
import { approveBranch } from '../approve/approve-branch.ts';
import { renderApproval } from '../approve/render-approval.ts';
import { reviewWithCheck } from '../approve/review-with-check.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly branch: string;
  readonly repo?: string;
  readonly format?: string;
  readonly base?: string;
  readonly confirmSpend?: string;
}

/** Approves a branch, or says everything that stands against it. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const { branch, repo, format, base, confirmSpend } = raw as unknown as Options;
  const opened = await openRepository(repo ?? io.cwd);
  if (!opened.ok) return printFailure(io, format, opened.error);
  const repository = opened.value;
  try {
    const done = await approveBranch(repository, {
      branch,
      base,
      confirmSpend,
      review: reviewWithCheck(repository, systemClock.now()),
      policyAt: async (commit) => {
        const loaded = await loadPolicy(repository.at(commit));
        return loaded.ok ? success(loaded.value.policy) : loaded;
      },
    });
    if (!done.ok) return printFailure(io, format, done.error);
    const { merge, approved, trust, warnings } = done.value;
    if (format === 'json')
      printJson(io, { version: 1, merge, approved, trust, ...(warnings.length > 0 && { warnings }) });
    else io.stdout(renderApproval(done.value));
    return 0;
  } finally {
    await repository.close();
  }
}
