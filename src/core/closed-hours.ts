import { Temporal } from 'temporal-polyfill';

/** The part of a policy that closes hours and days. */
export interface ClosedHours {
  readonly blackout?: readonly string[];
  readonly 'quiet-hours'?: { readonly from: string; readonly to: string };
}

/** Why nothing may go out at an instant, and the first instant at which it may again. */
export interface Closed {
  readonly until: Date;
  readonly why: string;
}

/**
 * Whether an instant lies in the policy's quiet hours or on a blackout day, as people in the time zone live it.
 * Null: open. Both ends are half open: at the end of the quiet hours it is open.
 */
export function closedAt(instant: Date, policy: ClosedHours, timezone: string): Closed | null {
  const reasons: string[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone);
  for (;;) {
    const closed = blackoutAt(moment, policy) ?? quietAt(moment, policy);
    if (closed === null) break;
    if (reasons.length < 2) reasons.push(closed.why);
    moment = closed.until;
  }
  if (reasons.length === 0) return null;
  return { until: new Date(moment.epochMilliseconds), why: reasons.join(', then ') };
}

type ClosedSpan = { readonly until: Temporal.ZonedDateTime; readonly why: string } | null;

function blackoutAt(moment: Temporal.ZonedDateTime, policy: ClosedHours): ClosedSpan {
  const day = moment.toPlainDate();
  if (!(policy.blackout ?? []).includes(day.toString())) return null;
  return {
    until: day.add({ days: 1 }).toZonedDateTime(moment.timeZoneId),
    why: `${day.toString()} is a blackout day`,
  };
}

function quietAt(moment: Temporal.ZonedDateTime, policy: ClosedHours): ClosedSpan {
  const hours = policy['quiet-hours'];
  if (hours === undefined || hours.from === hours.to) return null;
  const time = moment.toPlainTime();
  const from = Temporal.PlainTime.from(hours.from);
  const to = Temporal.PlainTime.from(hours.to);
  const isAfterStart = Temporal.PlainTime.compare(time, from) >= 0;
  const isBeforeEnd = Temporal.PlainTime.compare(time, to) < 0;
  const overnight = Temporal.PlainTime.compare(from, to) > 0;
  if (overnight ? !(isAfterStart || isBeforeEnd) : !(isAfterStart && isBeforeEnd)) return null;
  const day = overnight && isAfterStart ? moment.toPlainDate().add({ days: 1 }) : moment.toPlainDate();
  const end = day.toZonedDateTime({ timeZone: moment.timeZoneId, plainTime: to });
  const why = `quiet hours from ${hours.from} to ${hours.to} in ${moment.timeZoneId}`;
  // Where clocks go back, the wall time of the end comes twice; an end that is not later would never end.
  return { until: Temporal.ZonedDateTime.compare(end, moment) > 0 ? end : moment.add({ minutes: 1 }), why };
}
