import { evaluateApprovals, type ApprovalInput } from '../../authorize/index.ts';
import type { ApprovalsView, JudgedExecution } from '../../check/index.ts';
import type { ApprovalEvidence } from '../../core/approval.ts';

/** How approvals of one execution are found, whichever forge tells them. */
export type FindEvidence = (judged: JudgedExecution) => Promise<ApprovalEvidence>;

/** Judges the approvals that a forge knows of, for the live world, as the executor will. */
export function viewReviews(find: FindEvidence, now: Date): (judged: JudgedExecution) => Promise<ApprovalsView> {
  return async (judged) => {
    const { plan, policy, brand } = judged;
    const { problems = [], ...evidence } = await find(judged);
    const input: ApprovalInput = {
      plan,
      policy: policy.policy,
      ...evidence,
      now,
      clock: new Date(),
      ceiling: brand.ceiling,
      markets: brand.profile.target_markets ?? [],
      world: 'live',
    };
    const hasSpoken = (account: string): boolean =>
      evidence.spoke?.some((one) => one.account === account && one.digest === plan.digest) === true;
    const { counted, ignored, missing, findings } = evaluateApprovals({ ...input, problems });
    // A sum that nobody has restated is missing like an approval, and the hint says what to write.
    const sums = findings.filter(({ code }) => code === 'approval/spend-not-confirmed');
    return {
      counted: counted.map(({ who, trust, at }) => ({ who, trust, at })),
      ignored: ignored.map(({ who, why }) => ({ who, why })),
      missing: [
        ...problems.map(({ message }) => ({ rule: message, whoCan: [] })),
        ...missing.map(({ rule, whoCan, accounts = [] }) => ({
          rule,
          whoCan,
          ask: accounts.filter((one) => !hasSpoken(one)),
        })),
        ...sums.map(({ message, hint }) => ({ rule: `${message} ${hint}`, whoCan: [] })),
      ],
    };
  };
}
