import { confirmsSpend, isOverCeiling, spendTotals, spendWords } from '../../authorize/index.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { formatMoney, parseMoney } from '../../core/money.ts';
import type { Policy } from '../../generated/types/policy.ts';
import type { ReviewedExecution } from './types.ts';

/** Why the restated amount, or its absence, stops an approval. An amount is compared with every execution that spends. */
export function spendProblems(
  executions: readonly ReviewedExecution[],
  stated: string | undefined,
  policy: Policy,
): Finding[] {
  if (stated !== undefined && stated.split(',').some((part) => parseMoney(part) === null))
    return [finding('approval/bad-amount', { text: stated })];
  return executions.flatMap(({ plan, ceiling, path }) => {
    const amounts = spendWords(plan.effects);
    const place = { file: `${path}/execution.yaml` };
    if (stated !== undefined && spendTotals(plan.effects).length > 0)
      return confirmsSpend(plan.effects, stated) ? [] : [finding('approval/other-amount', { stated, amounts }, place)];
    const isOver = ceiling !== null && isOverCeiling(plan.effects, ceiling, policy['exchange-rates']);
    return isOver ? [finding('approval/spend-not-confirmed', { amounts, ceiling: formatMoney(ceiling) }, place)] : [];
  });
}
