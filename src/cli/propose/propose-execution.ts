import {
  everydayGit,
  readUser,
  treeWithPaths,
  writeCommit,
  type EverydayGit,
} from '../../adapters/everyday-git/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { chooseExecutions } from './choose-execution.ts';
import { describeProposal } from './describe-proposal.ts';
import { proposalParent, type Parent } from './proposal-parent.ts';
import { publishBranch } from './publish-branch.ts';
import { pullRequestUrl } from './pull-request-url.ts';
import { readBase } from './read-base.ts';
import type { Base, Proposal, Proposed, Verdict } from './types.ts';

export interface ProposeInput {
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly base?: string | undefined;
  /** Runs `check` on the execution of a commit, by the rules of the base. */
  readonly check: (commit: string, base: string, folder: string) => Promise<Verdict>;
}

/** A proposal that could be made. */
interface Prepared {
  readonly proposal: Proposal;
  readonly parent: Parent;
  readonly tree: string;
  /** What the branch, or the default branch, holds already is exactly this. */
  readonly isUnchanged: boolean;
}

/**
 * Puts one execution on a branch of its own, as one commit on the default branch or on what was proposed before. Files,
 * staged changes and the current branch stay as they are.
 */
export async function proposeExecution(repository: Repository, input: ProposeInput): Promise<Result<Proposed>> {
  const git = everydayGit(repository.directory);
  const base = await readBase(repository, git, input.base);
  if (!base.ok) return base;
  const folders = await chooseExecutions(repository, base.value.commit, input);
  if (!folders.ok) return folders;
  const prepared: Prepared[] = [];
  for (const folder of folders.value) {
    const one = await prepare(repository, git, base.value, folder);
    if (!one.ok) return one;
    prepared.push(one.value);
  }
  const one = chooseOne(prepared, repository.directory);
  return one.ok ? makeProposal(repository, git, base.value, one.value, input) : one;
}

async function prepare(
  repository: Repository,
  git: EverydayGit,
  base: Base,
  folder: string,
): Promise<Result<Prepared>> {
  const proposal = await describeProposal(repository, folder, base.commit);
  const parent = await proposalParent(repository, git, base, proposal);
  if (!parent.ok) return parent;
  const tree = await treeWithPaths(git, parent.value.commit, proposal.paths);
  if (!tree.ok) return tree;
  const before = (await repository.commit(parent.value.commit))?.tree;
  return success({ proposal, parent: parent.value, tree: tree.value, isUnchanged: before === tree.value });
}

/** What is proposed already is passed over, as long as something else is left. */
function chooseOne(prepared: readonly Prepared[], directory: string): Result<Prepared> {
  const changed = prepared.filter(({ isUnchanged }) => !isUnchanged);
  const open = prepared.filter(({ parent }) => !parent.isFresh);
  const candidates = changed.length > 0 ? changed : open;
  const [one] = candidates;
  const paths = candidates.map(({ proposal }) => proposal.folder);
  if (one === undefined) {
    const where = prepared.length === 1 ? (prepared[0]?.proposal.folder ?? directory) : directory;
    return failure([finding('command/nothing-to-propose', { where })]);
  }
  return candidates.length === 1 ? success(one) : failure([finding('command/several-executions', { paths })]);
}

async function makeProposal(
  repository: Repository,
  git: EverydayGit,
  base: Base,
  prepared: Prepared,
  input: ProposeInput,
): Promise<Result<Proposed>> {
  const { proposal, parent, isUnchanged } = prepared;
  const commit = isUnchanged ? success(parent.commit) : await commitProposal(repository, git, prepared);
  if (!commit.ok) return commit;
  const verdict = await input.check(commit.value, base.commit, proposal.folder);
  const pushed = await publishBranch(repository, git, base, { proposal, parent, commit: commit.value });
  if (!pushed.ok) return pushed;
  const { branch, folder } = proposal;
  const url = pushed.value
    ? pullRequestUrl((await git(['remote', 'get-url', 'origin'])).stdout, branch, base.name)
    : null;
  const facts = { folder, branch, commit: commit.value, pushed: pushed.value, base: base.name };
  return success({ ...facts, ...verdict, isKnown: isUnchanged, url });
}

async function commitProposal(
  repository: Repository,
  git: EverydayGit,
  { proposal, parent, tree }: Prepared,
): Promise<Result<string>> {
  if ((await readUser(repository.directory)).email === '') return failure([finding('approval/no-user', {})]);
  const [, brand = '', , ...name] = proposal.folder.split('/');
  const what = `${brand}/${name.join('/')}`;
  const manifest = await repository.workTree().read(`${proposal.folder}/execution.yaml`, 1 << 20);
  const summary = /^summary: *(.+)$/m.exec(new TextDecoder().decode(manifest ?? new Uint8Array()))?.[1] ?? '';
  const message = `${parent.isFresh ? 'Propose' : 'Change'} ${what}\n\n${summary.replace(/^(["'])(.*)\1.*$/, '$2').trim()}\n`;
  const sign = (await git(['config', '--type=bool', '--get', 'commit.gpgsign'])).stdout.trim() === 'true';
  return writeCommit(git, { tree, parents: [parent.commit], message, sign });
}
