import { addDuration } from '../../core/duration.ts';
import { finding } from '../../core/finding.ts';
import type { Gate } from '../types.ts';

/** How long an approval counts where the policy does not say. */
const usualLifetime = 'P180D';

/** An approval given now must still count when the time comes. */
export const approvalLifetime: Gate = ({ execution, plan, policy, now }) => {
  const { schedule } = plan.effects;
  const lifetime = policy.policy.approvals?.lifetime ?? usualLifetime;
  const until = addDuration(now, lifetime);
  if (schedule === undefined || new Date(schedule.at) <= until) return [];
  const place = execution.place('/schedule/at');
  return [
    finding('approval/would-expire', { at: schedule.at, lifetime, until: until.toISOString().slice(0, 10) }, place),
  ];
};
