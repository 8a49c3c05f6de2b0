import { finding } from '../../core/finding.ts';
import { convertMoney, formatMoney, sumMoney, type Money } from '../../core/money.ts';
import type { Gate } from '../types.ts';

/** Spend against what the brand may spend in a month, with what is reserved already. */
export const budget: Gate = ({ execution, plan, brand, policy, reserved }) => {
  const spending = plan.effects.steps.filter(({ spend }) => (spend?.total.minor ?? 0) > 0);
  const totals = sumMoney(spending.flatMap(({ spend }) => (spend === undefined ? [] : [spend.total])));
  if (totals.length === 0) return [];
  const spend = totals.map(formatMoney).join(', ');
  const place = execution.place(`/steps/${spending[0]?.id ?? ''}/with/budget`);
  const { ceiling } = brand;
  if (ceiling === null) return [finding('budget/no-ceiling', { brand: brand.slug, spend }, place)];
  const own = inCurrency(totals, ceiling.currency, policy.policy['exchange-rates']);
  const others = inCurrency(reserved, ceiling.currency, policy.policy['exchange-rates']);
  if (own === null || others === null) return [finding('budget/no-rate', { spend, currency: ceiling.currency }, place)];
  const overage = own.minor + others.minor - ceiling.minor;
  if (overage <= 0) return [];
  const parameters = {
    spend,
    ceiling: formatMoney(ceiling),
    overage: formatMoney({ minor: overage, currency: ceiling.currency }),
    reserved: others.minor === 0 ? null : formatMoney(others),
  };
  return [finding('budget/over-ceiling', parameters, place)];
};

function inCurrency(
  amounts: readonly Money[],
  currency: string,
  rates: Parameters<typeof convertMoney>[2],
): Money | null {
  const converted = amounts.map((amount) => convertMoney(amount, currency, rates));
  if (converted.includes(null)) return null;
  return { currency, minor: converted.reduce((sum, amount) => sum + (amount?.minor ?? 0), 0) };
}
