import { finding, type Finding } from '../core/finding.ts';
import { convertMoney, formatMoney, parseMoney, equalMoney, type Money } from '../core/money.ts';
import { confirmsSpend, isOverCeiling, spendTotals, spendWords } from './spend-totals.ts';
import type { ApprovalInput, CandidateApproval } from './types.ts';

/** What an approver has to state where an execution may spend more than the brand allows; null where it does not. */
export function spendToConfirm(
  input: Pick<ApprovalInput, 'plan' | 'policy' | 'ceiling'>,
): { readonly amounts: string; readonly ceiling: string; readonly overage?: string } | null {
  const { plan, policy, ceiling } = input;
  if (ceiling === undefined || ceiling === null) return null;
  if (!isOverCeiling(plan.effects, ceiling, policy['exchange-rates'])) return null;
  const overage = overageOf(ceiling, input);
  return {
    amounts: spendWords(plan.effects),
    ceiling: formatMoney(ceiling),
    ...(overage !== null && { overage: formatMoney(overage) }),
  };
}

/** Above the limit somebody has to say the number; in a review also by how much it is too high. */
export function judgeSpend(kept: readonly CandidateApproval[], input: ApprovalInput): readonly Finding[] {
  const sum = spendToConfirm(input);
  const { ceiling } = input;
  if (sum === null || ceiling === undefined || ceiling === null) return [];
  const overage = overageOf(ceiling, input);
  const doubts = kept.map((candidate) => doubtAbout(candidate, overage, input));
  if (doubts.includes(null)) return [];
  return [finding('approval/spend-not-confirmed', { ...sum, said: doubts.flatMap((doubt) => doubt || []) })];
}

/** Why an approval does not confirm the spend; null where it does, empty where it says nothing of it. */
function doubtAbout(candidate: CandidateApproval, overage: Money | null, { plan }: ApprovalInput): string | null {
  const { who, spend, overage: over, unclear = [], trust } = candidate;
  const twice = unclear.filter((name) => name === 'Spend' || name === 'Over by');
  if (twice.length > 0) return `${who} states "${twice.join('" and "')}" in several ways`;
  if (spend === undefined) return over === undefined ? '' : `${who} writes "Over by:" without "Spend:"`;
  if (!confirmsSpend(plan.effects, spend)) return `${who} writes "Spend: ${spend}", which is not that amount`;
  return trust === 'review' ? doubtAboutOverage(who, over, overage) : null;
}

function doubtAboutOverage(who: string, said: string | undefined, meant: Money | null): string | null {
  // What cannot be computed cannot be confirmed.
  if (meant === null) return 'how far it lies above the limit cannot be computed, because an exchange rate is missing';
  if (said === undefined) return `${who} does not write "Over by:"`;
  const amount = parseMoney(said);
  if (amount !== null && equalMoney(meant, amount)) return null;
  return `${who} writes "Over by: ${said}", which is not how far it lies above the limit`;
}

/** How far the spend lies above the limit, in the limit's currency; null where a rate is missing. */
export function overageOf(ceiling: Money, { plan, policy }: Pick<ApprovalInput, 'plan' | 'policy'>): Money | null {
  const totals = spendTotals(plan.effects).map((total) =>
    convertMoney(total, ceiling.currency, policy['exchange-rates']),
  );
  if (totals.includes(null)) return null;
  return {
    currency: ceiling.currency,
    minor: totals.reduce((sum, total) => sum + (total?.minor ?? 0), 0) - ceiling.minor,
  };
}
