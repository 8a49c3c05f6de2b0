import type { CommitFacts, GitStore, Signature } from './git-store.ts';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

export interface MergeWish {
  readonly base: string;
  readonly head: string;
  readonly title: string;
  readonly message: string;
  readonly by: Signature;
}

/** Makes the commits of a merge as GitHub does, without moving a branch; null where the two conflict. Last = new tip. */
export function mergeCommits(store: GitStore, method: MergeMethod, wish: MergeWish): string[] | null {
  const { base, head, title, message, by } = wish;
  if (method === 'rebase') return rebase(store, base, head, by);
  const tree = mergedTree(store, base, head);
  if (tree === null) return null;
  const words = message === '' ? title : `${title}\n\n${message}`;
  return [store.makeCommit(tree, method === 'merge' ? [base, head] : [base], words, by)];
}

function mergedTree(store: GitStore, base: string, head: string): string | null {
  return store.attempt('merge-tree', '--write-tree', base, head)?.split('\n')[0] ?? null;
}

/** New commits even where nothing moved; the merging person commits, authors stay. Merges among them are left out. */
function rebase(store: GitStore, base: string, head: string, by: Signature): string[] | null {
  const made: string[] = [];
  let tip = base;
  for (const commit of store.log(['--no-merges', `${base}..${head}`])) {
    const tree = replayed(store, commit, tip);
    if (tree === null) return null;
    tip = store.makeCommit(tree, [tip], commit.message, commit.author, by, commit.author.date);
    made.push(tip);
  }
  return made.length === 0 ? null : made;
}

/** Merges a commit's own change onto another tip: as if the tip were a sibling that began at the commit's parent. */
function replayed(store: GitStore, commit: CommitFacts, tip: string): string | null {
  const parent = commit.parents[0];
  if (parent === undefined) return null;
  const tree = store.git(['rev-parse', `${tip}^{tree}`]);
  const nobody = { name: 'nobody', email: 'nobody@example.com' };
  const sibling = store.makeCommit(tree, [parent], 'sibling', nobody, nobody);
  return mergedTree(store, sibling, commit.sha);
}
