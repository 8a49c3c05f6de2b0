import type { Connector } from '../../core/contract.ts';
import { readAccount } from './read-account.ts';

/** SendGrid's Marketing Campaigns: a Single Send is a draft until it is scheduled, and final from then on. */
export const connector: Connector = {
  id: 'sendgrid',
  title: 'SendGrid',
  contract: 1,
  docs: 'https://www.twilio.com/docs/sendgrid/api-reference/single-sends',
  api: {
    version: 'v3',
    source: 'https://github.com/twilio/sendgrid-oai (tsg_mc_singlesends_v3)',
    readOn: '2026-11-23',
  },
  origin: { fixed: 'https://api.sendgrid.com' },
  secrets: ['token'],
  settings: {
    'sender-id': 'number of the verified sender in SendGrid',
    'suppression-group-id': 'number of the unsubscribe group in SendGrid',
  },
  credentials: (_connection, secrets) => ({ authorization: `Bearer ${secrets['token'] ?? ''}` }),
  actions: ['send-campaign'],
  preflight: readAccount,
};
