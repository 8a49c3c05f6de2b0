import { sumMoney } from '../core/money.ts';
import type { Plan } from '../generated/types/plan.ts';
import type { CheckedExecution } from './types.ts';

type Described = Pick<CheckedExecution, 'digest' | 'risk' | 'cost' | 'audience' | 'reversibility' | 'plan'>;

/** The figures of a plan that a checklist begins with. Cost is what may be spent, one total per currency. */
export function describePlan(plan: Plan): Described {
  const { risk, audience, reversibility } = plan.explanation;
  const spend = plan.effects.steps.flatMap(({ spend: one }) => (one === undefined ? [] : [one.total]));
  const cost = sumMoney(spend).filter(({ minor }) => minor > 0);
  return { digest: plan.digest, risk, cost, audience, reversibility, plan };
}
