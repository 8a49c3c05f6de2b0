import { foldersNaming } from '../../adapters/git/folders-naming.ts';
import { readWorkTree } from '../../adapters/git/work-tree.ts';
import type { CheckInput } from '../../check/index.ts';
import type { Repository, Tree } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';
import { actions, connectors, rules, scorers } from '../../generated/registry.ts';
import { compareWithBase, type Comparison } from './compare-with-base.ts';
import { findFolders } from './find-folders.ts';
import { listMemory, readMemory } from './read-memory.ts';
import { shareListings } from './share-listings.ts';
import { viewApprovals } from './view-approvals.ts';

/** What was asked on the command line. */
export interface CheckOptions {
  readonly paths: readonly string[];
  /** Branch or commit; with it only what differs is checked. */
  readonly base?: string | undefined;
  readonly now?: Date | undefined;
  readonly cwd: string;
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
  const touched = new Set(compared.value.changedPaths.flatMap(foldersAbove));
  const isChanged = (folder: string): boolean => touched.has(folder);
  const folders = options.base === undefined ? found.value : found.value.filter(isChanged);
  const proposed = { tree, folders, isChanged, now: options.now ?? new Date() };
  return success({
    tree,
    folders,
    isChanged,
    foldersNaming: (ids) => foldersNaming(directory, ids),
    registry: { connectors, actions, rules, scorers },
    ...(await readJudges(repository, compared.value, { ...proposed, refs })),
  });
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

interface Proposed {
  readonly tree: Tree;
  readonly folders: readonly string[];
  readonly isChanged: (folder: string) => boolean;
  readonly now: Date;
  readonly refs: ReadonlyMap<string, string>;
}

type Judges = Pick<CheckInput, 'control' | 'changedPaths' | 'now' | 'memory' | 'approvalsOf' | 'notes'>;

/** What decides about the proposal: the base's policy, the journal, the approvals. */
async function readJudges(repository: Repository, compared: Comparison, proposed: Proposed): Promise<Judges> {
  const { base, head, decidesItself, changedPaths } = compared;
  const { tree, folders, isChanged, now, refs } = proposed;
  const baseTree = base === null ? null : shareListings(repository.at(base));
  const approvalsOf = viewApprovals(repository, { base, head, now, folders });
  const memory = await readMemory(repository, { tree: baseTree, isChanged }, refs);
  return {
    control: decidesItself || baseTree === null ? tree : baseTree,
    // Where the work tree decides about itself, there is no judge that a proposal could change.
    changedPaths: decidesItself ? [] : changedPaths,
    now,
    memory,
    approvalsOf,
    notes: notesOf(compared, compared.isAtOrigin && !memory.hasLog),
  };
}

function notesOf({ name, base, decidesItself }: Comparison, isLogUnknown: boolean): readonly string[] {
  const why = base === null ? 'there is no commit yet' : `the commit checked out is the tip of "${name}"`;
  return [
    decidesItself
      ? `Policy, brands and evidence are those of the work tree: ${why}.`
      : `Policy, brands and evidence are those of "${name}" (${base?.slice(0, 10)}), not of the proposal.`,
    ...(isLogUnknown
      ? ['What already ran at origin is not known here: no copy of the branch mergecast/log. `git fetch origin` brings it, if there is one; `run` asks origin itself.'] // prettier-ignore
      : []),
  ];
}
