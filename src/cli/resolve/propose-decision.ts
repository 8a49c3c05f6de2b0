import {
  everydayGit,
  readUser,
  treeWithFiles,
  tipOfBranch,
  writeCommit,
  type EverydayGit,
  type GitUser,
} from '../../adapters/everyday-git/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { decisionFile } from '../../load/index.ts';
import { publishBranch } from '../propose/publish-branch.ts';
import { pullRequestUrl } from '../propose/pull-request-url.ts';
import { readBase } from '../propose/read-base.ts';

/** A decision on a branch of its own. */
export interface ProposedDecision {
  readonly branch: string;
  readonly commit: string;
  readonly path: string;
  readonly pushed: boolean;
  /** Page on which the pull request is opened. */
  readonly url: string | null;
}

/** A file that is proposed. */
interface NewDecision {
  readonly folder: string;
  readonly text: string;
  readonly title: string;
}

/** Puts a decision on a branch of its own, as one commit on the default branch; the work tree stays as it is. */
export async function proposeDecision(repository: Repository, file: NewDecision): Promise<Result<ProposedDecision>> {
  const git = everydayGit(repository.directory);
  const base = await readBase(repository, git, undefined);
  if (!base.ok) return base;
  const { name, hasOrigin, commit: parent } = base.value;
  const [, brand = '', end = ''] = file.folder.split('/');
  const branch = `decision/${brand}/${end}`;
  const remote = hasOrigin ? await tipOfBranch(git, branch, true) : success(null);
  if (!remote.ok) return remote;
  const isTaken = remote.value !== null || (await repository.resolve(`refs/heads/${branch}`)) !== null;
  if (isTaken) return failure([finding('command/branch-exists', { branch })]);
  const user = await readUser(repository.directory);
  const commit = await commitDecision(git, user, parent, file);
  if (!commit.ok) return commit;
  const pushed = await publishBranch(repository, git, base.value, {
    proposal: { folder: file.folder, brand, branch, paths: [file.folder] },
    parent: { commit: parent, isFresh: true, local: null, remote: null },
    commit: commit.value,
  });
  if (!pushed.ok) return pushed;
  const url = pullRequestUrl((await git(['remote', 'get-url', 'origin'])).stdout, branch, name);
  return success({ branch, commit: commit.value, path: pathOf(file), pushed: pushed.value, url });
}

async function commitDecision(
  git: EverydayGit,
  { email }: GitUser,
  parent: string,
  file: NewDecision,
): Promise<Result<string>> {
  if (email === '') return failure([finding('approval/no-user', {})]);
  const { text, title } = file;
  const tree = await treeWithFiles(git, parent, [{ path: pathOf(file), content: text, why: title }]);
  if (!tree.ok) return tree;
  const sign = (await git(['config', '--type=bool', '--get', 'commit.gpgsign'])).stdout.trim() === 'true';
  return writeCommit(git, { tree: tree.value, parents: [parent], message: `${title}\n`, sign });
}

function pathOf({ folder }: NewDecision): string {
  return `${folder}/${decisionFile}`;
}
