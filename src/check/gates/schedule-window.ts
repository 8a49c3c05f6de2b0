import { finding } from '../../core/finding.ts';
import type { Gate } from '../types.ts';

/** The planned time must lie outside the policy's quiet hours and blackout days. */
export const scheduleWindow: Gate = async ({ execution, plan, policy: { policy } }) => {
  const { schedule } = plan.effects;
  if (schedule === undefined || (policy.blackout === undefined && policy['quiet-hours'] === undefined)) return [];
  const { closedAt } = await import('../../core/closed-hours.ts');
  const closed = closedAt(new Date(schedule.at), policy, schedule.timezone);
  if (closed === null) return [];
  const until = closed.until.toLocaleString('sv-SE', { timeZone: schedule.timezone }).slice(0, 16);
  const parameters = {
    at: `${schedule.wall.replace('T', ' ')} ${schedule.timezone}`,
    why: closed.why,
    until: `${until} ${schedule.timezone}`,
  };
  return [finding('schedule/closed', parameters, execution.place('/schedule/at'))];
};
