import type { Money } from '../../core/money.ts';
import type { CheckedExecution } from '../../check/types.ts';
import { formatAmount } from '../format-count.ts';
import { inZone } from '../format-time.ts';
import type { ExecutionView } from './types.ts';

/** The most it can cost, and the brand's limit for that month. Null where nothing is planned yet. */
export function sayCost({ cost, plan, brand }: CheckedExecution, checkedAt: Date): ExecutionView['cost'] {
  if (plan === null) return null;
  const spending = cost.filter(({ minor }) => minor !== 0);
  if (spending.length === 0) return { amount: null, month: null };
  const { schedule } = plan.effects;
  const at = schedule === undefined ? checkedAt : new Date(schedule.at);
  const { month } = inZone(at, schedule?.timezone ?? brand?.profile.timezone ?? 'UTC');
  return { amount: spending.map(formatAmount).join(' and '), month: sayLimit(spending, brand?.ceiling ?? null, month) };
}

function sayLimit(spending: readonly Money[], ceiling: Money | null, month: string): string | null {
  if (ceiling === null) return 'the brand states no monthly limit';
  const own = spending.length === 1 && spending[0]?.currency === ceiling.currency ? spending[0].minor : null;
  const limit = `limit for ${month}: ${formatAmount(ceiling)}`;
  if (own === null || own <= ceiling.minor) return limit;
  return `${limit}, ${formatAmount({ minor: own - ceiling.minor, currency: ceiling.currency })} too much`;
}
