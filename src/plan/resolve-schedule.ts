import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Effects } from '../generated/types/plan.ts';
import type { LoadedExecution } from '../load/types.ts';

type Schedule = NonNullable<Effects['schedule']>;

/** Where the manifest does not say how late is too late; the default of its schema. */
const usualTolerance = 'PT2H';

/** The one instant of the schedule, or null where the execution goes out when it is merged. */
export async function resolveSchedule(execution: LoadedExecution): Promise<Result<Schedule | null>> {
  const { schedule } = execution.manifest;
  if (schedule === undefined) return success(null);
  const { at, timezone } = schedule;
  const { Temporal } = await import('temporal-polyfill');
  const wall = attempt(() => Temporal.PlainDateTime.from(at, { overflow: 'reject' }));
  if (wall === null)
    return failure([finding('schedule/no-such-time', { at }, { ...execution.place('/schedule/at'), evidence: at })]);
  const earlier = attempt(() => wall.toZonedDateTime(timezone, { disambiguation: 'earlier' }));
  if (earlier === null || (!timezone.includes('/') && timezone !== 'UTC'))
    return failure([
      finding(
        'schedule/unknown-timezone',
        { timezone },
        { ...execution.place('/schedule/timezone'), evidence: timezone },
      ),
    ]);
  const later = wall.toZonedDateTime(timezone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds !== later.epochMilliseconds) {
    const kind = earlier.toPlainDateTime().equals(wall) ? 'repeated' : 'skipped';
    return failure([finding('schedule/clock-change', { at, timezone, kind }, execution.place('/schedule/at'))]);
  }
  const instant = new Date(earlier.epochMilliseconds).toISOString().replace('.000Z', 'Z');
  return success({ at: instant, wall: at, timezone, tolerance: schedule.tolerance ?? usualTolerance });
}

/** Temporal answers with exceptions where people wrote what does not exist. */
function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
