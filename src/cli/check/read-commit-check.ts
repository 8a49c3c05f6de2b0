import { foldersNaming } from '../../adapters/git/folders-naming.ts';
import type { CheckInput } from '../../check/index.ts';
import type { Repository } from '../../core/ports.ts';
import { actions, connectors, rules, scorers } from '../../generated/registry.ts';
import { findExecutions } from '../../load/index.ts';
import { isTouchedBy, readJudges } from './read-judges.ts';
import { listMemory } from './read-memory.ts';
import { shareListings } from './share-listings.ts';

/** Two commits: what is proposed, and what decides about it. */
export interface CommitCheckOptions {
  /** Commit that is proposed: read from git objects, never checked out. */
  readonly head: string;
  /** Tip of the branch that decides, and its name. */
  readonly base: string;
  readonly baseName: string;
  /** Where the proposal began: what differs from here is judged. Null: it shares no history. */
  readonly fork: string | null;
  readonly now: Date;
  /** Approvals of a forge; else those of plain git. */
  readonly approvalsOf?: CheckInput['approvalsOf'];
}

/** Gathers what a check of a commit needs, as `readCheck` does for the work tree. Nothing is fetched. */
export async function readCommitCheck(repository: Repository, options: CommitCheckOptions): Promise<CheckInput> {
  const { directory } = repository;
  const { base, head, baseName, fork, now, approvalsOf } = options;
  const tree = shareListings(repository.at(head));
  const [all, changedPaths, refs] = await Promise.all([
    findExecutions(tree),
    repository.changedPaths(fork ?? base, head),
    listMemory(repository),
  ]);
  const isChanged = isTouchedBy(changedPaths);
  // A link or submodule where a folder should be is its own changed path.
  const folders = all.filter((folder) => isChanged(folder) || changedPaths.includes(folder));
  const compared = { name: baseName, base, head, isAtOrigin: true, decidesItself: false, changedPaths };
  const proposed = { tree, folders, isChanged, now, refs, ...(approvalsOf !== undefined && { approvalsOf }) };
  return {
    tree,
    folders,
    isChanged,
    foldersNaming: (ids) => foldersNaming(directory, ids, head),
    registry: { connectors, actions, rules, scorers },
    ...(await readJudges(repository, compared, proposed)),
  };
}
