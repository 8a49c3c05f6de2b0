import { convertMoney, formatMoney, parseMoney, sumMoney, type ExchangeRates, type Money } from '../core/money.ts';
import type { Effects } from '../generated/types/plan.ts';

/** The most that an execution may spend on advertising, one total per currency. Fees of platforms are no spend. */
export function spendTotals(effects: Effects): readonly Money[] {
  return sumMoney(effects.steps.flatMap((step) => (step.spend === undefined ? [] : [step.spend.total]))).filter(
    (total) => total.minor > 0,
  );
}

/** Totals in words, as an approver restates them: `12500.00 EUR`, or with a comma where there are several currencies. */
export function spendWords(effects: Effects): string {
  return spendTotals(effects).map(formatMoney).join(', ');
}

/** Whether the totals lie above a ceiling. What cannot be converted does. */
export function isOverCeiling(effects: Effects, ceiling: Money, rates: ExchangeRates | undefined): boolean {
  const totals = spendTotals(effects).map((total) => convertMoney(total, ceiling.currency, rates));
  if (totals.includes(null)) return true;
  return totals.reduce((sum, total) => sum + (total?.minor ?? 0), 0) > ceiling.minor;
}

/** Whether a restated amount is exactly the spend: same currencies, same minor units. */
export function confirmsSpend(effects: Effects, stated: string | undefined): boolean {
  if (stated === undefined) return false;
  const amounts = stated.split(',').map((part) => parseMoney(part));
  if (amounts.some((amount) => amount === null)) return false;
  const said = sumMoney(amounts.flatMap((amount) => amount ?? []));
  const meant = spendTotals(effects);
  return (
    said.length === meant.length &&
    said.every((one, index) => one.currency === meant[index]?.currency && one.minor === meant[index].minor)
  );
}
