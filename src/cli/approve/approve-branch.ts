import { everydayGit, mergeTrees, moveBranch, readUser, type EverydayGit } from '../../adapters/everyday-git/index.ts';
import { authorsOfMerge } from '../../adapters/forge-local/index.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { formatMoney, parseMoney } from '../../core/money.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { approvalMessage } from './approval-message.ts';
import { changedExecutions, type ChangedExecutions } from './changed-executions.ts';
import { spendProblems } from './confirm-spend.ts';
import { judgeApprover } from './judge-approver.ts';
import { readBranches, type Branches } from './read-branches.ts';
import { reviewDecisions } from './review-decisions.ts';
import { reviewBranch } from './review-branch.ts';
import type { Approved, LookUp, Review, ReviewedExecution } from './types.ts';
import { writeApproval, type WrittenApproval } from './write-approval.ts';

export interface ApproveInput {
  readonly branch: string;
  readonly base?: string | undefined;
  /** Amount restated by the approver, such as `EUR 12500.00`. */
  readonly confirmSpend?: string | undefined;
  readonly review: Review;
  /** Reads the policy of a commit. */
  readonly policyAt: (commit: string) => Promise<Result<Policy>>;
  readonly lookUp?: LookUp | undefined;
}

/**
 * Approves the executions of a branch: checks them, then merges the branch into the default branch with a commit that
 * names exactly what was approved. Changes nothing unless everything holds.
 */
export async function approveBranch(repository: Repository, input: ApproveInput): Promise<Result<Approved>> {
  const git = everydayGit(repository.directory);
  const branches = await readBranches(repository, git, input);
  if (!branches.ok) return branches;
  const { base, branch } = branches.value;
  const changed = await changedExecutions(repository, branch, base.commit);
  if (!changed.ok) return changed;
  const tree = await mergeTrees(git, base.commit, branch.tip, branch.name);
  if (!tree.ok) return tree;
  const trees = { branch: branch.tip, merged: tree.value, base: base.commit };
  const policy = await input.policyAt(base.commit);
  if (!policy.ok) return policy;
  const reviewed = await reviewAll(repository, trees, changed.value, policy.value, input);
  if (!reviewed.ok) return reviewed;
  if (reviewed.value.length === 0) return failure([finding('approval/nothing-to-approve', { branch: branch.name })]);
  const stated = spendProblems(reviewed.value, input.confirmSpend, policy.value);
  if (stated.length > 0) return failure(stated);
  return merge(
    {
      repository,
      git,
      branches: branches.value,
      tree: tree.value,
      executions: reviewed.value,
      policy: policy.value,
    },
    input,
  );
}

/** Executions through the check, answers to questions by their own rule. */
async function reviewAll(
  repository: Repository,
  trees: { readonly branch: string; readonly merged: string; readonly base: string },
  { folders, decisions }: ChangedExecutions,
  policy: Policy,
  input: ApproveInput,
): Promise<Result<readonly ReviewedExecution[]>> {
  const answers = await reviewDecisions(repository, trees, decisions, policy);
  if (!answers.ok || folders.length === 0) return answers;
  const executions = await reviewBranch(trees, folders, input.review, input.lookUp);
  return executions.ok ? success([...executions.value, ...answers.value]) : executions;
}

interface Reviewed {
  readonly repository: Repository;
  readonly git: EverydayGit;
  readonly branches: Branches;
  readonly tree: string;
  readonly executions: readonly ReviewedExecution[];
  readonly policy: Policy;
}

async function merge(reviewed: Reviewed, input: ApproveInput): Promise<Result<Approved>> {
  const { repository, git, branches, tree, executions } = reviewed;
  const { base, branch, logHead } = branches;
  const user = await readUser(repository.directory);
  if (user.email === '') return failure([finding('approval/no-user', {})]);
  const message = approvalMessage({ executions, ...user, logHead, spend: spendLine(input.confirmSpend) });
  const parents = { base: base.commit, branch: await secondParent(repository, base.commit, branch.tip) };
  const written = await writeApproval(repository, git, user, { ...parents, tree, message });
  if (!written.ok) return written;
  if (parents.branch === parents.base)
    return failure([finding('approval/nothing-to-approve', { branch: branch.name })]);
  const judged = await judge(reviewed, written.value, user.email);
  if (!judged.ok) return judged;
  const { merge: commit, trust } = written.value;
  const moved = await moveBranch(git, { branch: base.name, from: base.stored, to: commit, remote: base.remote });
  if (!moved.ok) return moved;
  const approved = executions.map(({ path, executionId, digest }) => ({ path, executionId, digest }));
  const warnings = [...written.value.warnings, ...judged.value];
  return success({
    merge: commit,
    approved,
    trust,
    warnings,
    branch: branch.name,
    base: base.name,
    pushed: base.remote,
  });
}

/**
 * Git makes no merge of a commit with itself. What is approved at the very tip of the default branch is merged with the
 * commit before: that brings nothing, and who wrote it is found by the history of its folder.
 */
async function secondParent(repository: Repository, base: string, tip: string): Promise<string> {
  return tip === base ? ((await repository.commit(base))?.parents[0] ?? tip) : tip;
}

async function judge(
  reviewed: Reviewed,
  { merge: commit, trust, approver }: WrittenApproval,
  email: string,
): Promise<Result<readonly Finding[]>> {
  const authors = await authorsOf(reviewed);
  const at = new Date().toISOString();
  return judgeApprover(
    reviewed.executions,
    { who: approver, email: approver, identities: [email], trust, at, merge: commit, authors },
    reviewed.policy,
  );
}

async function authorsOf({ repository, branches, executions }: Reviewed): Promise<readonly string[]> {
  const parents = [branches.base.commit, branches.branch.tip];
  const found = await Promise.all(
    executions.map(({ plan }) => authorsOfMerge(repository, { parents }, plan.effects.id)),
  );
  return [...new Set(found.flat())];
}

function spendLine(stated: string | undefined): string | undefined {
  return stated
    ?.split(',')
    .flatMap((part) => parseMoney(part) ?? [])
    .map(formatMoney)
    .join(', ');
}
