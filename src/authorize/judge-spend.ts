import { finding, type Finding } from '../core/finding.ts';
import { convertMoney, formatMoney, parseMoney, equalMoney, type Money } from '../core/money.ts';
import { confirmsSpend, isOverCeiling, spendTotals, spendWords } from './spend-totals.ts';
import type { ApprovalInput, CandidateApproval } from './types.ts';

/** Above the limit somebody has to say the number; in a review also by how much it is too high. */
export function judgeSpend(kept: readonly CandidateApproval[], input: ApprovalInput): readonly Finding[] {
  const { plan, policy, ceiling } = input;
  if (ceiling === undefined || ceiling === null) return [];
  if (!isOverCeiling(plan.effects, ceiling, policy['exchange-rates'])) return [];
  if (kept.some((candidate) => confirms(candidate, ceiling, input))) return [];
  const overage = overageOf(ceiling, input);
  return [
    finding('approval/spend-not-confirmed', {
      amounts: spendWords(plan.effects),
      ceiling: formatMoney(ceiling),
      ...(overage !== null && { overage: formatMoney(overage) }),
    }),
  ];
}

function confirms(candidate: CandidateApproval, ceiling: Money, input: ApprovalInput): boolean {
  if (!confirmsSpend(input.plan.effects, candidate.spend)) return false;
  if (candidate.trust !== 'review') return true;
  const meant = overageOf(ceiling, input);
  const said = parseMoney(candidate.overage ?? '');
  // What cannot be computed cannot be confirmed: an exchange rate is missing.
  return meant !== null && said !== null && equalMoney(meant, said);
}

/** How far the spend lies above the limit, in the limit's currency; null where a rate is missing. */
function overageOf(ceiling: Money, { plan, policy }: ApprovalInput): Money | null {
  const totals = spendTotals(plan.effects).map((total) =>
    convertMoney(total, ceiling.currency, policy['exchange-rates']),
  );
  if (totals.includes(null)) return null;
  return {
    currency: ceiling.currency,
    minor: totals.reduce((sum, total) => sum + (total?.minor ?? 0), 0) - ceiling.minor,
  };
}
