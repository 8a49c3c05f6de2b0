import { addDuration } from '../../core/duration.ts';
import { finding } from '../../core/finding.ts';
import type { Gate } from '../types.ts';

/** A new or changed execution must not be planned for a time that is over; what ran long ago is left alone. */
export const schedulePast: Gate = ({ execution, plan, now, isChanged }) => {
  const { schedule } = plan.effects;
  if (schedule === undefined || !isChanged || new Date(schedule.at) > now) return [];
  const until = addDuration(new Date(schedule.at), schedule.tolerance);
  const at = `${schedule.wall.replace('T', ' ')} ${schedule.timezone}`;
  const place = execution.place('/schedule/at');
  if (until < now) return [finding('schedule/past', { at }, place)];
  return [finding('schedule/soon', { at, until: until.toISOString() }, place)];
};
