import type { Money } from '../../core/money.ts';
import type { CheckedExecution } from '../../check/types.ts';
import type { Effects } from '../../generated/types/plan.ts';
import { formatAmount } from '../format-count.ts';
import { inZone } from '../format-time.ts';
import type { ExecutionView } from './types.ts';

/** The most it can cost, and what the month holds after it. Null where nothing is planned yet. */
export function sayCost(checked: CheckedExecution, checkedAt: Date): ExecutionView['cost'] {
  const { cost, plan, brand, reserved = [] } = checked;
  if (plan === null) return null;
  const spending = cost.filter(({ minor }) => minor !== 0);
  if (spending.length === 0) return { amount: null, month: null };
  const month = monthOf(plan.effects.schedule, brand?.profile.timezone ?? 'UTC', checkedAt);
  const limit = sayLimit([...spending, ...reserved], brand?.ceiling ?? null, month);
  return { amount: spending.map(formatAmount).join(' and '), month: limit };
}

function monthOf(schedule: Effects['schedule'], zone: string, checkedAt: Date): string {
  return schedule === undefined
    ? inZone(checkedAt, zone).month
    : inZone(new Date(schedule.at), schedule.timezone).month;
}

/** `March after this: 3,000.00 of 5,000.00 EUR`: others may have spent before. Amounts in other currencies have no sum. */
function sayLimit(spending: readonly Money[], ceiling: Money | null, month: string): string | null {
  if (ceiling === null) return 'the brand states no monthly limit';
  const { currency } = ceiling;
  if (spending.some((one) => one.currency !== currency)) return `limit for ${month}: ${formatAmount(ceiling)}`;
  const minor = spending.reduce((sum, one) => sum + one.minor, 0);
  const sum = `${month} after this: ${formatAmount({ minor, currency }).replace(/ .*/, '')} of ${formatAmount(ceiling)}`;
  return minor <= ceiling.minor ? sum : `${sum}, ${formatAmount({ minor: minor - ceiling.minor, currency })} too much`;
}
