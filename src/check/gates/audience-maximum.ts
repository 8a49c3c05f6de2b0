import { finding } from '../../core/finding.ts';
import type { Gate } from '../types.ts';

/** The policy's upper bound for an audience, whatever is approved. */
export const audienceMaximum: Gate = ({ execution, plan, policy }) => {
  const maximum = policy.policy['audience-max'];
  if (maximum === undefined || plan.explanation.audience <= maximum) return [];
  const step = plan.effects.steps.find(({ audience }) => audience !== undefined)?.id ?? '';
  const place = execution.place(`/steps/${step}/with/audience/size`);
  return [finding('consent/audience-max', { people: plan.explanation.audience, maximum }, place)];
};
