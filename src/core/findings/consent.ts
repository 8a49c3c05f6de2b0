// Codes of the area: consent. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

interface Record {
  consent: string;
}

export const consentFindings = {
  'consent/wrong-kind': define<Record>({
    severity: 'block',
    explanation: 'The record that an audience names proves something else than consent.',
    message: ({ consent }) => `The record "${consent}" is no consent.`,
    hint: () => 'Name a record with `kind: consent`.',
  }),
  'consent/expired': define<Record & { expires: string; at: string }>({
    severity: 'block',
    explanation: 'Consent must still count on the day on which the message goes out.',
    message: ({ consent, expires, at }) => `The consent "${consent}" counts until ${expires}; this goes out on ${at}.`,
    hint: () => 'Send earlier, or renew the consent and add the new record.',
  }),
  'consent/not-yet': define<Record & { date: string; at: string }>({
    severity: 'block',
    explanation: 'A consent that is recorded after the message went out is none.',
    message: ({ consent, date, at }) => `The consent "${consent}" was recorded on ${date}; this goes out on ${at}.`,
    hint: () => 'Correct the date of the record, or send later.',
  }),
  'consent/incomplete': define<Record & { field: string }>({
    severity: 'block',
    explanation: 'The record does not say what must be known to rely on it.',
    message: ({ consent, field }) => `The consent "${consent}" does not say for which ${field} it was given.`,
    hint: ({ field }) => `Add \`${field}\` to the record.`,
  }),
  'consent/other-channel': define<Record & { channel: string; channels: readonly string[] }>({
    severity: 'block',
    explanation: 'Consent to one channel is no consent to another.',
    message: ({ consent, channel, channels }) =>
      `The consent "${consent}" is for ${channels.join(', ')}, not for ${channel}.`,
    hint: ({ channel }) => `Name a consent for ${channel}.`,
  }),
  'consent/other-list': define<Record & { list: string; recorded: string }>({
    severity: 'block',
    explanation: 'The record belongs to another list of the platform.',
    message: ({ consent, list, recorded }) =>
      `The consent "${consent}" is for the list "${recorded}", but "${list}" is to be sent to.`,
    hint: () => 'Correct the list, or name the consent of that list.',
  }),
  'consent/other-market': define<Record & { markets: readonly string[]; covered: readonly string[] }>({
    severity: 'block',
    explanation: 'People live where the consent does not reach.',
    message: ({ consent, markets, covered }) =>
      `The consent "${consent}" covers ${covered.join(', ')}, not ${markets.join(', ')}.`,
    hint: () => 'Send only where there is consent (`markets` of the audience), or name a record that covers all of it.',
  }),
  'consent/size-moved': define<Record & { size: number; recorded: number; tolerance: number }>({
    severity: 'block',
    explanation:
      'The audience differs from the list as it was recorded by more than the tolerance: people were added or lost since.',
    message: ({ consent, size, recorded, tolerance }) =>
      `The audience is stated as ${size} people, but the consent "${consent}" was recorded for ${recorded}; the tolerance is ${tolerance} %.`,
    hint: () => 'Correct `size`, or renew the record after looking at how the list changed.',
  }),
  'consent/suppression': define<Record>({
    severity: 'warn',
    explanation: 'The record does not say that people who unsubscribed were taken off the list.',
    message: ({ consent }) => `The consent "${consent}" does not say that unsubscribed people were taken off.`,
    hint: () => 'Take them off, then write `suppression: true` into the record.',
  }),
  'consent/audience-max': define<{ people: number; maximum: number }>({
    severity: 'block',
    explanation: 'The policy refuses audiences above a size, whatever is approved.',
    message: ({ people, maximum }) => `This reaches ${people} people; the policy allows no more than ${maximum}.`,
    hint: () => 'Send to fewer people. The limit is `audience-max` in mergecast.yaml.',
  }),
};
