import type { CheckInput } from '../../check/index.ts';
import type { Repository, Tree } from '../../core/ports.ts';
import type { Comparison } from './compare-with-base.ts';
import { readMemory } from './read-memory.ts';
import { shareListings } from './share-listings.ts';
import { viewApprovals, type ApprovalsAt } from './view-approvals.ts';

/** What is proposed: a commit or the work tree. */
export interface Proposed {
  readonly tree: Tree;
  readonly folders: readonly string[];
  readonly isChanged: (folder: string) => boolean;
  readonly now: Date;
  /** The journal's refs on this machine. */
  readonly refs: ReadonlyMap<string, string>;
  /** Approvals from elsewhere than plain git. */
  readonly approvalsOf?: CheckInput['approvalsOf'];
  readonly onJudged?: ApprovalsAt['onJudged'];
}

type Judges = Pick<CheckInput, 'control' | 'changedPaths' | 'now' | 'memory' | 'approvalsOf' | 'notes'>;

/** Whether one of some paths lies in a folder. */
export function isTouchedBy(paths: readonly string[]): (folder: string) => boolean {
  const touched = new Set(paths.flatMap(foldersAbove));
  return (folder) => touched.has(folder);
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** What decides about the proposal: the base's policy, the journal, the approvals. */
export async function readJudges(repository: Repository, compared: Comparison, proposed: Proposed): Promise<Judges> {
  const { base, head, decidesItself, changedPaths } = compared;
  const { tree, folders, isChanged, now, refs } = proposed;
  const baseTree = base === null ? null : shareListings(repository.at(base));
  const approvalsOf =
    proposed.approvalsOf ?? viewApprovals(repository, { base, head, now, folders, onJudged: proposed.onJudged });
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
