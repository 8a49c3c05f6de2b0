// Codes of the area: legal. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const legalFindings = {
  'legal/unsubscribe-link': define<{ laws: readonly string[] }>({
    severity: 'block',
    explanation:
      'An e-mail to a list must let its readers unsubscribe: by a link in the text or by the tag that the e-mail platform turns into one.',
    message: ({ laws }) => `No unsubscribe link in the email. Required by ${laws.join('; ')}.`,
    hint: () => 'Add a line at the end, such as `[Unsubscribe]({{{unsubscribe}}})`: the platform puts the link in.',
  }),
};
