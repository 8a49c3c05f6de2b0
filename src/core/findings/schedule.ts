// Codes of the area: schedule. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const scheduleFindings = {
  'schedule/unknown-timezone': define<{ timezone: string }>({
    severity: 'block',
    explanation: 'A wall time means nothing without its place; abbreviations such as CET are ambiguous.',
    message: ({ timezone }) => `"${timezone}" is no time zone.`,
    hint: () => 'Write the name of a place, such as Europe/Berlin or America/New_York.',
  }),
  'schedule/no-such-time': define<{ at: string }>({
    severity: 'block',
    explanation: 'The date does not exist in the calendar.',
    message: ({ at }) => `"${at}" is not a date and time that exists.`,
    hint: () => 'Write it like 2027-03-02T09:00.',
  }),
  'schedule/clock-change': define<{ at: string; timezone: string; kind: 'skipped' | 'repeated' }>({
    severity: 'block',
    explanation:
      'The clocks change at that hour: the wall time happens twice or never, so that it names no single instant.',
    message: ({ at, timezone, kind }) =>
      `In ${timezone} the time ${at} ${kind === 'skipped' ? 'does not exist' : 'happens twice'}: the clocks change.`,
    hint: () => 'Choose a time at least an hour earlier or later.',
  }),
  'schedule/past': define<{ at: string }>({
    severity: 'block',
    explanation: 'The time has passed, so that the execution would expire unsent. What is late is never sent.',
    message: ({ at }) => `The planned time ${at} and its tolerance have passed.`,
    hint: () => 'Choose a later time, with room for review.',
  }),
  'schedule/soon': define<{ at: string; until: string }>({
    severity: 'warn',
    explanation: 'The time has passed but its tolerance has not: it goes out as soon as it is approved, or expires.',
    message: ({ at, until }) =>
      `The planned time ${at} has passed. It goes out at once when approved before ${until}, and not at all after that.`,
    hint: () => 'Choose a later time if the review may take longer.',
  }),
  'schedule/closed': define<{ at: string; why: string; until: string }>({
    severity: 'block',
    explanation: 'The policy closes some hours and days: nothing goes out then.',
    message: ({ at, why }) => `Nothing goes out at ${at}: ${why}.`,
    hint: ({ until }) => `Choose a time from ${until} on.`,
  }),
};
