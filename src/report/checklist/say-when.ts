import { addDuration } from '../../core/duration.ts';
import type { Effects } from '../../generated/types/plan.ts';
import { formatInZone, formatUtc, inZone } from '../format-time.ts';
import type { Stand, WhenView } from './types.ts';

const sofar: Readonly<Record<Stand, string>> = {
  blocked: 'Nothing goes out now.',
  held: 'Nothing goes out now: another execution checked with this one is blocked.',
  waiting: 'Nothing goes out before it is approved.',
  ready: '',
  done: 'It is done.',
};
const conditions: Readonly<Record<Stand, string>> = {
  blocked: 'after fix, approval and merge',
  held: 'after fix, approval and merge',
  waiting: 'after approval and merge',
  ready: 'after merge',
  done: 'before',
};

/** What Merge will do and when: wall time of the audience, the same instant in UTC, and when it is too late. */
export function sayWhen(schedule: Effects['schedule'], stand: Stand): WhenView {
  if (schedule === undefined) return sayAtOnce(stand);
  const at = new Date(schedule.at);
  const moment = formatInZone(at, schedule.timezone);
  const after = inUtc(at, schedule.timezone);
  const late = `Later than ${lateness(at, schedule)} it is not sent.`;
  if (stand === 'ready') return { before: 'Merge plans it: it goes out', moment, after: `${after}. ${late}` };
  return { before: `${sofar[stand]} Planned`, moment, after: `${after}, ${conditions[stand]}. ${late}` };
}

/** ` (08:00 UTC)`, with the day where that is another one. */
function inUtc(at: Date, timezone: string): string {
  const [here, utc] = [inZone(at, timezone), inZone(at, 'UTC')];
  if (here.place === utc.place) return '';
  return ` (${here.day === utc.day ? `${utc.time} UTC` : formatUtc(at)})`;
}

function sayAtOnce(stand: Stand): WhenView {
  if (stand === 'ready') return { before: 'No time is set:', moment: 'Merge sends it at once', after: '.' };
  return {
    before: `${sofar[stand]} No time is set: planned`,
    moment: 'at once',
    after: `, ${conditions[stand]}.`,
  };
}

function lateness(at: Date, { timezone, tolerance }: NonNullable<Effects['schedule']>): string {
  const end = inZone(addDuration(at, tolerance), timezone);
  return end.day === inZone(at, timezone).day ? `${end.time} ${end.place}` : `${end.day}, ${end.time} ${end.place}`;
}
