import {
  ignoreReason,
  isAuthor,
  requirementsFor,
  type ApprovalInput,
  type CandidateApproval,
} from '../../authorize/index.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import type { ReviewedExecution } from './types.ts';

/** An approval that is about to be made. */
export interface Intended extends Omit<CandidateApproval, 'digest'> {
  /** Authors of what the branch brings. */
  readonly authors: readonly string[];
}

/**
 * Refuses an approval that would count nowhere, and says aloud where it counts only in the sandbox. The same evaluator
 * decides as later at execution.
 */
export function judgeApprover(
  executions: readonly ReviewedExecution[],
  intended: Intended,
  policy: Policy,
): Result<readonly Finding[]> {
  const problems: Finding[] = [];
  const warnings = new Map<string, Finding>();
  for (const execution of executions) {
    const candidate = { ...intended, digest: execution.digest };
    const authors = [...intended.authors, ...(execution.proposedBy === undefined ? [] : [execution.proposedBy])];
    const why = (world: ApprovalInput['world']): string | null =>
      reasonIn(world, execution, candidate, authors, policy);
    const live = why('live');
    const sandbox = why('sandbox:any');
    const own = isAuthor(candidate, { authors, policy });
    if (sandbox !== null && live !== null)
      problems.push(
        own
          ? finding('approval/self-approval-refused', { who: candidate.who })
          : finding('approval/would-not-count', { who: candidate.who, why: sandbox }),
      );
    else if (own) warnings.set('own', finding('approval/self-approval', { who: candidate.who }));
    if (candidate.trust === 'on-trust') warnings.set('trust', finding('approval/on-trust', { who: candidate.who }));
  }
  return problems.length > 0 ? failure(problems) : success([...warnings.values()]);
}

function reasonIn(
  world: ApprovalInput['world'],
  { plan, markets, policy: own }: ReviewedExecution,
  candidate: CandidateApproval,
  authors: readonly string[],
  base: Policy,
): string | null {
  const policy = own ?? base;
  const now = new Date(candidate.at);
  const input: ApprovalInput = { plan, policy, candidates: [candidate], authors, now, world, markets };
  return ignoreReason(candidate, input, requirementsFor(plan, policy, markets));
}
