import { fetchRefs, type GitCredential } from '../../adapters/git/fetch-refs.ts';
import { finding } from '../../core/finding.ts';
import type { PullRequest } from '../../core/forge.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';

/** Where a pull request's head lies here; the names of branches decide nothing. */
export function pullRef(number: number): string {
  return `refs/mergecast/pull/${number}`;
}

/** Most other pull requests whose heads are brought along. */
const mostOthers = 100;

export interface FetchedPull {
  /** Tip of the branch that the pull request goes to, as of now. */
  readonly base: string;
  readonly head: string;
  /** Where it began; null where the two share no history. */
  readonly fork: string | null;
  /** Heads of other open pull requests that are here, by number. */
  readonly others: ReadonlyMap<number, string>;
}

/** What is to be fetched. */
export interface WantedPull {
  readonly pull: Pick<PullRequest, 'number' | 'base' | 'head'>;
  /** Whose policy decides. */
  readonly defaultBranch: string;
  readonly others: readonly PullRequest[];
  readonly credential: GitCredential | null;
}

/**
 * Brings base, head, the journal's branches and the heads of other open pull requests here by one `git fetch`, and
 * checks nothing out. A head that vanished meanwhile, of another pull request, is left out.
 */
export async function fetchPullRequest(repository: Repository, wanted: WantedPull): Promise<Result<FetchedPull>> {
  const { pull, defaultBranch, credential } = wanted;
  const others = wanted.others.filter(({ number }) => number !== pull.number).slice(0, mostOthers);
  const own = [
    ...[...new Set([defaultBranch, pull.base.branch])].map((name) => `+refs/heads/${name}:refs/remotes/origin/${name}`),
    '+refs/heads/mergecast/*:refs/mergecast/mirror/*',
    headSpec(pull.number),
  ];
  const { directory } = repository;
  let why = await fetchRefs(directory, [...own, ...others.map(({ number }) => headSpec(number))], credential);
  if (why !== null && others.length > 0) why = await fetchRefs(directory, own, credential);
  if (why !== null) return failure([finding('pull-request/not-fetched', { what: `pull request ${pull.number}`, why })]);
  return readFetched(repository, { ...wanted, others });
}

function headSpec(number: number): string {
  return `+refs/pull/${number}/head:${pullRef(number)}`;
}

async function readFetched(
  repository: Repository,
  { pull, others, credential, defaultBranch }: WantedPull,
): Promise<Result<FetchedPull>> {
  const { number, head } = pull;
  // The forge's own ref may lag behind what it says: then the commit is asked for by its name.
  if ((await repository.commit(head.commit)) === null) await fetchRefs(repository.directory, [head.commit], credential);
  const [known, base] = await Promise.all([
    repository.commit(head.commit),
    repository.resolve(`refs/remotes/origin/${defaultBranch}`),
  ]);
  if (known === null || base === null) {
    const what = known === null ? `commit ${head.commit} of pull request ${number}` : `the branch ${defaultBranch}`;
    return failure([finding('pull-request/not-fetched', { what, why: 'origin does not have it' })]);
  }
  const heads = await Promise.all(
    others.map(async (other) => [other.number, await repository.resolve(pullRef(other.number))] as const),
  );
  const here = heads.flatMap(([other, commit]) => (commit === null ? [] : [[other, commit] as const]));
  const fork = await repository.mergeBase(base, head.commit);
  return success({ base, head: head.commit, fork, others: new Map(here) });
}
