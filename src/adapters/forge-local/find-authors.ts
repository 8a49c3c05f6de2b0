import type { Commit, Repository } from '../../core/ports.ts';
import { parseTrailers, readPerson, trailerValues } from '../../core/trailers.ts';
import { gitText } from '../git/run-git.ts';

/** Everyone who made a commit, by every name that it carries. */
export function authorsOf(commit: Pick<Commit, 'author' | 'committer' | 'message'>): readonly string[] {
  const trailers = parseTrailers(commit.message);
  const others = ['Co-authored-by', 'Proposed-by'].flatMap((key) => trailerValues(trailers, key));
  return [
    commit.author.email,
    commit.committer.email,
    ...others.map(readPerson).map(({ name, email }) => email || name),
  ];
}

/**
 * Everyone who wrote what a merge brought: the commits between its parents. Where the execution was on the default
 * branch before (it is approved later, or again), also everyone who touched its folder until then; otherwise pushing to
 * the default branch first would make an author look like a stranger.
 */
export async function authorsOfMerge(
  repository: Repository,
  merge: Pick<Commit, 'parents'>,
  ulid: string | undefined,
): Promise<readonly string[]> {
  const [base, ...branches] = merge.parents;
  if (base === undefined) return [];
  const brought = await Promise.all(branches.map((branch) => repository.commitsBetween(base, branch)));
  const earlier = ulid === undefined ? [] : await earlierCommits(repository, base, ulid);
  return [...brought.flat(), ...earlier].flatMap(authorsOf);
}

async function earlierCommits(repository: Repository, base: string, ulid: string): Promise<readonly Commit[]> {
  const options = { directory: repository.directory };
  const found = await gitText(
    ['grep', '-l', '-z', '-F', '-e', ulid, base, '--', ':(glob)executions/**/execution.yaml'],
    options,
  );
  const folders = (found ?? '')
    .split('\0')
    .filter(Boolean)
    .map((line) => line.slice(base.length + 1, -'/execution.yaml'.length));
  if (folders.length === 0) return [];
  const ids = await gitText(
    ['rev-list', '--full-history', '--no-merges', base, '--', ...folders.map((folder) => `:(literal)${folder}`)],
    options,
  );
  if (ids === null) throw new Error(`history of ${folders.join(', ')} could not be read`);
  const commits = await Promise.all(
    ids
      .split('\n')
      .filter(Boolean)
      .map((id) => repository.commit(id)),
  );
  return commits.filter((commit) => commit !== null);
}
