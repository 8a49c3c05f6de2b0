import { foldersNaming } from '../../adapters/git/folders-naming.ts';
import { readWorkTree } from '../../adapters/git/work-tree.ts';
import type { CheckInput } from '../../check/index.ts';
import type { Repository } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';
import { actions, connectors, rules, scorers } from '../../generated/registry.ts';
import { compareWithBase } from './compare-with-base.ts';
import { findFolders } from './find-folders.ts';
import { isTouchedBy, readJudges, type Proposed } from './read-judges.ts';
import { listMemory } from './read-memory.ts';

/** What was asked on the command line. */
export interface CheckOptions {
  readonly paths: readonly string[];
  /** Branch or commit; with it only what differs is checked. */
  readonly base?: string | undefined;
  readonly now?: Date | undefined;
  readonly cwd: string;
  readonly onJudged?: Proposed['onJudged'];
}

/** Gathers what a check of the work tree needs. Nothing is fetched, and no platform is asked. */
export async function readCheck(repository: Repository, options: CheckOptions): Promise<Result<CheckInput>> {
  const { directory } = repository;
  const workTree = readWorkTree(directory);
  const { tree } = workTree;
  const [compared, found, refs] = await Promise.all([
    compareWithBase(repository, options.base, workTree),
    findFolders(options.paths, tree, { directory, cwd: options.cwd }),
    listMemory(repository),
  ]);
  if (!compared.ok) return compared;
  if (!found.ok) return found;
  const isChanged = isTouchedBy(compared.value.changedPaths);
  const folders = options.base === undefined ? found.value : found.value.filter(isChanged);
  const proposed = { tree, folders, isChanged, now: options.now ?? new Date(), onJudged: options.onJudged };
  return success({
    tree,
    folders,
    isChanged,
    foldersNaming: (ids) => foldersNaming(directory, ids),
    registry: { connectors, actions, rules, scorers },
    ...(await readJudges(repository, compared.value, { ...proposed, refs })),
  });
}
