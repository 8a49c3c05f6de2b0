import { checkExecutions, type CheckedExecution, type CheckReport, type Memory } from '../../check/index.ts';
import type { Repository } from '../../core/ports.ts';
import { actions, connectors, rules, scorers } from '../../generated/registry.ts';
import type { Review, ReviewedExecution } from './types.ts';

export interface ReviewOptions {
  readonly now: Date;
  /** What the journal knows of what ran and what is reserved. */
  readonly memory?: Memory;
}

/** Runs `check` on executions of a commit or tree, judged by the base, as a pull request would be. */
export async function checkAgainst(
  repository: Repository,
  { tree, base, folders }: { readonly tree: string; readonly base: string; readonly folders: readonly string[] },
  { now, memory }: ReviewOptions,
): Promise<CheckReport> {
  // A merged tree is no commit and has no history: it is compared with the base itself.
  const fork = (await repository.mergeBase(base, tree)) ?? base;
  return checkExecutions({
    tree: repository.at(tree),
    control: repository.at(base),
    folders,
    changedPaths: await repository.changedPaths(fork, tree),
    registry: { connectors, actions, rules, scorers },
    now,
    ...(memory && { memory }),
  });
}

/** The check as `approve` asks for it. What ran and is finished is left out: there is nothing to approve. */
export function reviewWithCheck(repository: Repository, options: ReviewOptions): Review {
  return async (tree, base, folders) => {
    const report = await checkAgainst(repository, { tree, base, folders }, options);
    return {
      findings: [...report.findings, ...report.executions.flatMap(({ findings }) => findings)],
      executions: report.executions.flatMap(reviewed),
    };
  };
}

function reviewed(checked: CheckedExecution): readonly ReviewedExecution[] {
  const { path, executionId, digest, plan, brand, proposedBy } = checked;
  if (executionId === null || digest === null || plan === null || brand === null) return [];
  const markets = brand.profile.target_markets ?? [];
  return [{ path, executionId, digest, plan, ceiling: brand.ceiling, markets, proposedBy }];
}
