import { foldersNaming } from '../../adapters/git/folders-naming.ts';
import { checkExecutions, type CheckedExecution, type CheckReport } from '../../check/index.ts';
import type { Repository } from '../../core/ports.ts';
import { actions, connectors, rules, scorers } from '../../generated/registry.ts';
import { readMemory } from '../check/read-memory.ts';
import type { Review, ReviewedExecution } from './types.ts';

/** What is checked, and what it is judged by. */
export interface Against {
  /** Commit or tree. */
  readonly tree: string;
  /** Commit of the default branch. */
  readonly base: string;
  readonly folders: readonly string[];
}

/** Runs `check` on executions of a commit or tree, judged by the base, as in a pull request. */
export async function checkAgainst(
  repository: Repository,
  { tree, base, folders }: Against,
  now: Date,
): Promise<CheckReport> {
  const { directory } = repository;
  // A merged tree is no commit and has no history: it is compared with the base itself.
  const fork = (await repository.mergeBase(base, tree)) ?? base;
  const changedPaths = await repository.changedPaths(fork, tree);
  const isChanged = (folder: string): boolean => changedPaths.some((path) => path.startsWith(`${folder}/`));
  const control = repository.at(base);
  return checkExecutions({
    tree: repository.at(tree),
    control,
    folders,
    foldersNaming: (ids) => foldersNaming(directory, ids, tree),
    changedPaths,
    registry: { connectors, actions, rules, scorers },
    now,
    memory: await readMemory(repository, { tree: control, isChanged }),
  });
}

/** The check as `approve` asks for it. What ran and is finished is left out: there is nothing to approve. */
export function reviewWithCheck(repository: Repository, now: Date): Review {
  return async (tree, base, folders) => {
    const report = await checkAgainst(repository, { tree, base, folders }, now);
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
