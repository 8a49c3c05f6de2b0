import { signersAt } from '../../adapters/forge-local/index.ts';
import { writeCommit, type EverydayGit, type GitUser } from '../../adapters/everyday-git/index.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';

export interface ApprovalCommit {
  readonly base: string;
  readonly branch: string;
  readonly tree: string;
  readonly message: string;
}

/** The merge, which no branch points to yet, and how far its maker is proven. */
export interface WrittenApproval {
  readonly merge: string;
  readonly trust: 'signed' | 'on-trust';
  /** Principal of the key, else the e-mail. */
  readonly approver: string;
  readonly warnings: readonly Finding[];
}

/**
 * Writes the merge, signed where git is set up to sign with SSH. A signature that the base would not accept would void
 * the approval even for the sandbox, so the merge is then made without one, and that is said.
 */
export async function writeApproval(
  repository: Repository,
  git: EverydayGit,
  user: GitUser,
  commit: ApprovalCommit,
): Promise<Result<WrittenApproval>> {
  const { base, branch, tree, message } = commit;
  const warnings: Finding[] = [];
  if (user.signs) {
    const signed = await writeCommit(git, { tree, parents: [base, branch], message, sign: true });
    if (!signed.ok) return signed;
    const verdict = await repository.verifySignature(signed.value, await signersAt(repository, base));
    if (verdict.is === 'good')
      return success({
        merge: signed.value,
        trust: 'signed',
        approver: verdict.principal.split(',')[0] ?? '',
        warnings,
      });
    if (verdict.is === 'bad') return failure([finding('approval/cannot-sign', { why: verdict.why })]);
    warnings.push(finding('approval/unlisted-key', { why: 'why' in verdict ? verdict.why : 'git did not sign' }));
  }
  const plain = await writeCommit(git, { tree, parents: [base, branch], message, sign: false });
  return plain.ok ? success({ merge: plain.value, trust: 'on-trust', approver: user.email, warnings }) : plain;
}
