import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { finding } from '../../core/finding.ts';
import type { Commit, Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { treeOfCommit } from './commit-tree.ts';
import { ObjectReader } from './object-reader.ts';
import { readCommit } from './read-commit.ts';
import { firstParentChanges } from './first-parent-changes.ts';
import { gitFields, gitText, runGit } from './run-git.ts';
import { verifySignature } from './verify-signature.ts';
import { treeOfWork } from './work-tree.ts';

/** Opens the git repository around a folder for reading. Fails where there is none, or git is missing. */
export async function openRepository(folder: string): Promise<Result<Repository>> {
  const questions = ['--is-bare-repository', '--show-object-format', '--show-toplevel'];
  // One process answers all; where origin has no HEAD it fails, with the other answers given.
  const answer = await runGit(['rev-parse', ...questions, '--symbolic-full-name', originHead], {
    directory: resolve(folder),
  });
  // A folder that does not exist stops git from starting, too.
  const hasFolder = answer.code !== null || existsSync(resolve(folder));
  if (answer.code === null && hasFolder) return failure([finding('git/missing', {})]);
  const [bare, format, top, head] = Buffer.from(answer.stdout).toString('utf8').trim().split('\n');
  if (bare !== 'false' || top === undefined)
    return failure([finding('git/no-repository', { folder: resolve(folder) })]);
  if (format !== 'sha1') return failure([finding('git/object-format', { format: format ?? '' })]);
  return success(repositoryAt(top, answer.code === 0 ? head : undefined));
}

const originHead = 'refs/remotes/origin/HEAD';

/** `head`: the branch that origin's HEAD names, by its full name here. */
function repositoryAt(directory: string, head: string | undefined): Repository {
  const reader = new ObjectReader(directory);
  const options = { directory };
  const commit = (id: string): Promise<Commit | null> => readCommit(reader, id);
  // The reader takes names on its standard input, where none of them can be an option, and costs no process.
  const resolveName = async (reference: string): Promise<string | null> =>
    (await reader.read(`${reference}^{commit}`, 0))?.id ?? null;
  return {
    directory,
    resolve: resolveName,
    commit,
    blob: async (id) => {
      const object = /^[0-9a-f]{40}$/.test(id) ? await reader.read(id) : null;
      return object?.type === 'blob' ? object.content : null;
    },
    at: (id) => treeOfCommit(directory, reader, id),
    workTree: () => treeOfWork(directory),
    mergeBase: async (a, b) => (await gitText(['merge-base', a, b], options))?.trim() ?? null,
    firstParents: (from, stop) => firstParents(commit, from, stop),
    firstParentChanges: (stop, tip) => firstParentChanges(directory, stop, tip),
    commitsBetween: async (base, tip) => {
      const text = await gitText(['rev-list', tip, `^${base}`], options);
      const ids = (text ?? '').split('\n').filter(Boolean);
      return (await Promise.all(ids.map(commit))).filter((one) => one !== null);
    },
    changedPaths: async (from, to) =>
      (await gitFields(['diff-tree', '-r', '-z', '--name-only', '--no-renames', from, to], options)) ?? [],
    verifySignature: (id, allowedSigners) => verifySignature(directory, reader, id, allowedSigners),
    defaultBranch: async (base) => {
      for (const candidate of defaultCandidates(head, base)) {
        const id = await resolveName(candidate.reference);
        if (id !== null || candidate.last) return { name: candidate.name, commit: id, remote: candidate.remote };
      }
      return { name: 'main', commit: null, remote: false };
    },
    hasOrigin: async () => (await gitText(['config', '--get', 'remote.origin.url'], options)) !== null,
    close: () => reader.close(),
  };
}

interface Candidate {
  readonly name: string;
  readonly reference: string;
  readonly remote: boolean;
  /** Taken even when it names no commit, so that the caller can say what was looked for. */
  readonly last: boolean;
}

/** `--base`, else origin's HEAD if it exists, else `main`; origin's copy goes before a local branch. */
function defaultCandidates(head: string | undefined, base?: string): Candidate[] {
  if (base !== undefined) {
    const name = base.replace(/^refs\/(heads|remotes\/origin)\//, '').replace(/^origin\//, '');
    return [{ name, reference: base, remote: base.includes('origin/'), last: true }];
  }
  const name = head?.replace('refs/remotes/origin/', '') ?? 'main';
  return [
    { name, reference: `refs/remotes/origin/${name}`, remote: true, last: false },
    { name, reference: `refs/heads/${name}`, remote: false, last: true },
  ];
}

async function* firstParents(
  commit: (id: string) => Promise<Commit | null>,
  from: string,
  stop?: string,
): AsyncGenerator<Commit> {
  let next: string | undefined = from;
  while (next !== undefined && next !== stop) {
    const one: Commit | null = await commit(next);
    if (one === null) return;
    yield one;
    next = one.parents[0];
  }
}
