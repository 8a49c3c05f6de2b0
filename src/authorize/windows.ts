import { closedAt, type ClosedHours } from '../core/closed-hours.ts';
import { addDuration } from '../core/duration.ts';
import type { Effects } from '../generated/types/plan.ts';

/** Whether an execution may go out now. `until` is when to look again; `why` is for people. */
export type Due =
  | { readonly is: 'due' }
  | { readonly is: 'waiting'; readonly until: Date; readonly why: string }
  | { readonly is: 'expired'; readonly why: string };

/**
 * Decides by schedule, quiet hours and blackout days. Quiet hours are those of the schedule's time zone, else of the
 * brand's (`timezone`, UTC where it has none). What cannot go out before its tolerance ends expires: never sent late.
 */
export function isDue(effects: Effects, now: Date, policy: ClosedHours, timezone = 'UTC'): Due {
  const schedule = effects.schedule;
  const closed = closedAt(now, policy, schedule?.timezone ?? timezone);
  if (schedule === undefined) return closed === null ? { is: 'due' } : { is: 'waiting', ...closed };
  const at = new Date(schedule.at);
  const deadline = addDuration(at, schedule.tolerance);
  if (now > deadline)
    return {
      is: 'expired',
      why: `it was planned for ${words(schedule)} and not later than ${deadline.toISOString()}`,
    };
  if (now < at) return { is: 'waiting', until: at, why: `it is planned for ${words(schedule)}` };
  return closed === null ? { is: 'due' } : waitFor(closed, deadline);
}

function waitFor(closed: { readonly until: Date; readonly why: string }, deadline: Date): Due {
  const until = closed.until > deadline ? new Date(deadline.getTime() + 1) : closed.until;
  const doomed = closed.until > deadline ? '; it will expire before they end' : '';
  return { is: 'waiting', until, why: `${closed.why}${doomed}` };
}

function words(schedule: NonNullable<Effects['schedule']>): string {
  return `${schedule.wall.replace('T', ' ')} ${schedule.timezone}`;
}
