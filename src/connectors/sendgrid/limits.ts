import type { Limit } from '../../core/contract.ts';

const readOn = '2026-11-23';

/** Longer lines are refused or cut on their way. */
export const longestSubject: Limit = {
  what: 'The subject',
  maximum: 998,
  counting: 'utf16',
  source: 'https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1',
  readOn,
};

/** What SendGrid takes. The name is ours and always fits. */
export const limits: readonly Limit[] = [
  longestSubject,
  {
    what: 'The name',
    maximum: 100,
    counting: 'code-points',
    source: 'https://github.com/twilio/sendgrid-oai (tsg_mc_singlesends_v3)',
    readOn,
  },
];
