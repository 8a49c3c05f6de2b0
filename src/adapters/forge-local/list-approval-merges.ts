import type { Commit, Repository } from '../../core/ports.ts';
import { parseTrailers, trailerValues, type Trailer } from '../../core/trailers.ts';
import { gitText } from '../git/run-git.ts';

/** A merge on the default branch that names approved executions. */
export interface ApprovalMerge {
  readonly commit: Commit;
  readonly trailers: readonly Trailer[];
  /** Digest by execution identity. */
  readonly digests: ReadonlyMap<string, string>;
}

const known = new WeakMap<Repository, Map<string, Promise<readonly ApprovalMerge[]>>>();

/**
 * All first-parent merges that name an execution, newest first. Found by one git process whatever the length of the
 * history, and once per tip.
 */
export function listApprovalMerges(repository: Repository, tip: string): Promise<readonly ApprovalMerge[]> {
  const byTip = known.get(repository) ?? new Map<string, Promise<readonly ApprovalMerge[]>>();
  known.set(repository, byTip);
  const merges = byTip.get(tip) ?? readMerges(repository, tip);
  byTip.set(tip, merges);
  return merges;
}

async function readMerges(repository: Repository, tip: string): Promise<readonly ApprovalMerge[]> {
  const found = await gitText(
    [
      'rev-list',
      '--first-parent',
      '--min-parents=2',
      '--regexp-ignore-case',
      '--grep=^Mergecast-Digest:',
      '--end-of-options',
      tip,
    ],
    { directory: repository.directory },
  );
  if (found === null) throw new Error(`history of ${tip} could not be read`);
  const commits = await Promise.all(
    found
      .split('\n')
      .filter(Boolean)
      .map((id) => repository.commit(id)),
  );
  return commits.flatMap((commit) => {
    if (commit === null) return [];
    const trailers = parseTrailers(commit.message);
    const digests = readDigests(trailers);
    return digests.size === 0 ? [] : [{ commit, trailers, digests }];
  });
}

/** An identity that one merge names with two digests has none. */
function readDigests(trailers: readonly Trailer[]): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const value of trailerValues(trailers, 'Mergecast-Digest')) {
    const match = /^([0-9a-f]{64}) (mc1:sha256:[0-9a-f]{64})$/.exec(value);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const before = digests.get(match[1]);
    digests.set(match[1], before === undefined || before === match[2] ? match[2] : 'ambiguous');
  }
  return digests;
}
